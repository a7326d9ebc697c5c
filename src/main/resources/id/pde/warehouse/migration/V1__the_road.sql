-- The ledger and everything a run leaves behind, and the schemas of the data.

CREATE SCHEMA IF NOT EXISTS pde;
CREATE SCHEMA IF NOT EXISTS warehouse;
CREATE SCHEMA IF NOT EXISTS history;
CREATE SCHEMA IF NOT EXISTS mart;

COMMENT ON SCHEMA pde IS 'What PDE keeps of its own work: runs, issues, quarantine, mappings';
COMMENT ON SCHEMA warehouse IS 'Current rows, one table per dataset';
COMMENT ON SCHEMA history IS 'Superseded and deleted rows, with the runs that made and ended them';
COMMENT ON SCHEMA mart IS 'Views for analysts';

CREATE SEQUENCE pde.run_number;
COMMENT ON SEQUENCE pde.run_number IS 'Numbers of runs; those of killed runs stay unused';

CREATE TABLE pde.mapping_version (
  mapping     text COLLATE "C" NOT NULL,
  sha256      text COLLATE "C" NOT NULL,
  file        text NOT NULL,
  content     text NOT NULL,
  first_used  timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (mapping, sha256)
);
COMMENT ON TABLE pde.mapping_version IS 'Every content of a mapping file that a run used';

CREATE TABLE pde.delivery (
  sha256      text COLLATE "C" PRIMARY KEY,
  bytes       bigint NOT NULL,
  first_name  text NOT NULL,
  first_seen  timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE pde.delivery IS 'The archived bytes that runs were made of';

CREATE TABLE pde.run (
  run             bigint PRIMARY KEY,
  outcome         text COLLATE "C" NOT NULL
                  CHECK (outcome IN ('loaded', 'loaded_with_rejects', 'waiting', 'refused', 'failed', 'duplicate')),
  waits_for_id    text,
  waits_for_en    text,
  mapping         text COLLATE "C" NOT NULL,
  mapping_sha256  text COLLATE "C" NOT NULL,
  agency          text COLLATE "C" NOT NULL,
  table_name      text COLLATE "C" NOT NULL,
  source_name     text NOT NULL,
  sha256          text COLLATE "C" NOT NULL,
  bytes           bigint NOT NULL,
  form            text COLLATE "C" NOT NULL CHECK (form IN ('file', 'rows')),
  claim           uuid,
  period          text COLLATE "C",
  rows_read       bigint NOT NULL,
  accepted        bigint NOT NULL,
  rejected        bigint NOT NULL,
  filtered        bigint NOT NULL,
  inserted        bigint NOT NULL,
  updated         bigint NOT NULL,
  unchanged       bigint NOT NULL,
  deleted         bigint NOT NULL,
  warned          bigint NOT NULL,
  filtered_by     jsonb NOT NULL,
  message_id      text NOT NULL,
  message_en      text NOT NULL,
  started         timestamptz NOT NULL,
  finished        timestamptz NOT NULL,
  forced          boolean NOT NULL,
  related         bigint,
  answered        boolean NOT NULL,
  undone_by       bigint,
  CONSTRAINT run_balances CHECK (
    outcome NOT IN ('loaded', 'loaded_with_rejects')
    OR (rows_read = accepted + rejected + filtered AND accepted = inserted + updated + unchanged))
);
COMMENT ON TABLE pde.run IS 'The ledger: what happened is what stands here, committed together with the data';
COMMENT ON COLUMN pde.run.rows_read IS 'Rows below the header; read = accepted + rejected + filtered';
COMMENT ON COLUMN pde.run.related IS 'The run that this one duplicates or waits for';
COMMENT ON COLUMN pde.run.undone_by IS 'The run that took this one back';

-- The same bytes cannot be loaded twice by the same mapping for the same period, whatever the program thinks.
CREATE UNIQUE INDEX run_loads_once ON pde.run (sha256, mapping, period) NULLS NOT DISTINCT
  WHERE outcome IN ('loaded', 'loaded_with_rejects') AND NOT forced AND undone_by IS NULL;
CREATE INDEX run_of_bytes ON pde.run (sha256, mapping);
CREATE INDEX run_of_mapping ON pde.run (mapping, run);
CREATE INDEX run_of_claim ON pde.run (claim) WHERE claim IS NOT NULL;
CREATE INDEX run_unanswered ON pde.run (run) WHERE NOT answered;

CREATE TABLE pde.issue (
  run         bigint NOT NULL REFERENCES pde.run,
  ordinal     int NOT NULL,
  code        text COLLATE "C" NOT NULL,
  severity    text COLLATE "C" NOT NULL CHECK (severity IN ('warn', 'reject', 'refuse')),
  place       text NOT NULL,
  place_parts json NOT NULL,
  column_name text COLLATE "C",
  value       text,
  open        boolean NOT NULL,
  rule        text NOT NULL,
  message_id  text NOT NULL,
  message_en  text NOT NULL,
  fix_id      text NOT NULL,
  fix_en      text NOT NULL,
  PRIMARY KEY (run, ordinal)
);
COMMENT ON TABLE pde.issue IS 'The first 1,000 issues of a run one by one; a value only where its class lets it be seen';

CREATE TABLE pde.issue_count (
  run           bigint NOT NULL REFERENCES pde.run,
  ordinal       int NOT NULL,
  code          text COLLATE "C" NOT NULL,
  severity      text COLLATE "C" NOT NULL CHECK (severity IN ('warn', 'reject', 'refuse')),
  column_name   text COLLATE "C",
  issues        bigint NOT NULL,
  example       text NOT NULL,
  example_value text,
  PRIMARY KEY (run, ordinal)
);
COMMENT ON TABLE pde.issue_count IS 'How many issues of each kind a run met';

-- json rather than jsonb: a value is kept as it was delivered, and jsonb refuses U+0000.
CREATE TABLE pde.quarantine (
  run         bigint NOT NULL,
  ordinal     bigint NOT NULL,
  place       text NOT NULL,
  headings    json NOT NULL,
  row_values  json NOT NULL,
  issues      json NOT NULL,
  PRIMARY KEY (run, ordinal)
);
COMMENT ON TABLE pde.quarantine IS 'Rejected rows as delivered, with the reasons; holds personal values';
REVOKE ALL ON pde.quarantine FROM PUBLIC;

CREATE TABLE pde.owned_table (
  table_name   text COLLATE "C" PRIMARY KEY,
  mapping      text COLLATE "C" NOT NULL,
  key_columns  text[] NOT NULL,
  column_types jsonb NOT NULL,
  since        timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE pde.owned_table IS 'Which mapping owns a table of the warehouse, and the columns PDE gave it';
