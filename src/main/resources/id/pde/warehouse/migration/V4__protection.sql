-- Protected columns, and the keys of their pseudonyms.

ALTER TABLE pde.owned_table
  ADD COLUMN protections jsonb NOT NULL DEFAULT '{}';
COMMENT ON COLUMN pde.owned_table.protections IS 'How the columns are protected that are: {"nik": "hmac", "alamat": "drop"}';

CREATE TABLE pde.hmac_key (
  id       text COLLATE "C" PRIMARY KEY,
  since    timestamptz NOT NULL DEFAULT now(),
  retired  timestamptz,
  rows     bigint
);
COMMENT ON TABLE pde.hmac_key IS 'The keys of the pseudonyms in the warehouse by their ids; the keys themselves are never here';
COMMENT ON COLUMN pde.hmac_key.retired IS 'When another key took its place; null: it is the one in use';
COMMENT ON COLUMN pde.hmac_key.rows IS 'Rows whose pseudonyms were renewed when this key came into use; null: the first key';
-- One key at a time; a run holds this row until it commits, a rotation waits for it.
CREATE UNIQUE INDEX hmac_key_in_use ON pde.hmac_key ((true)) WHERE retired IS NULL;

COMMENT ON COLUMN pde.quarantine.row_values IS 'As delivered; [REDACTED] where the value is personal or protected';
COMMENT ON TABLE pde.quarantine IS 'Rejected rows with the reasons; personal values only in the archive';
