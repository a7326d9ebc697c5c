-- Every version of a mapping file under a number that never changes its meaning.

CREATE TABLE pde.mapping_history (
  mapping   text COLLATE "C" NOT NULL,
  number    int NOT NULL CHECK (number > 0),
  sha256    text COLLATE "C" NOT NULL,
  content   text NOT NULL,
  at        timestamptz NOT NULL DEFAULT clock_timestamp(),
  origin    text COLLATE "C" NOT NULL CHECK (origin IN ('saved', 'file')),
  who       text NOT NULL DEFAULT '',
  note      text NOT NULL DEFAULT '',
  restored  int,
  PRIMARY KEY (mapping, number)
);
CREATE INDEX mapping_history_digest ON pde.mapping_history (mapping, sha256);
COMMENT ON TABLE pde.mapping_history IS 'The versions of each mapping file, numbered from 1; only added to';
COMMENT ON COLUMN pde.mapping_history.origin IS 'saved: through PDE; file: changed outside it, and seen later';
COMMENT ON COLUMN pde.mapping_history.who IS 'Who saved it; empty: the file was changed outside PDE';
COMMENT ON COLUMN pde.mapping_history.restored IS 'The number of the version whose text was put back; null: it was not';

INSERT INTO pde.mapping_history (mapping, number, sha256, content, at, origin)
SELECT mapping, row_number() OVER (PARTITION BY mapping ORDER BY first_used, sha256), sha256, content, first_used, 'file'
  FROM pde.mapping_version;

ALTER TABLE pde.run ADD COLUMN mapping_number int;
COMMENT ON COLUMN pde.run.mapping_number IS 'The version of the mapping that it used; null: none took the delivery';
UPDATE pde.run r SET mapping_number = h.number
  FROM pde.mapping_history h WHERE h.mapping = r.mapping AND h.sha256 = r.mapping_sha256;

-- One human may have an account with a password and one of the provider.
ALTER TABLE pde.account ADD COLUMN person text COLLATE "C" REFERENCES pde.account CHECK (person <> name);
CREATE INDEX account_person ON pde.account (person) WHERE person IS NOT NULL;
COMMENT ON COLUMN pde.account.person IS 'Another account of the same human, who approves nothing asked for with either; null: it stands for itself';
