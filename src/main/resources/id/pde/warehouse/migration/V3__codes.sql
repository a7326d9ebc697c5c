-- Values that no code list knew, and rejected rows that a later run loaded.

CREATE TABLE pde.unmatched (
  run          bigint NOT NULL REFERENCES pde.run,
  column_name  text COLLATE "C" NOT NULL,
  list         text COLLATE "C" NOT NULL,
  value        text COLLATE "C" NOT NULL,
  rows         bigint NOT NULL,
  waits        boolean NOT NULL,
  example      text NOT NULL,
  settled_by   bigint,
  PRIMARY KEY (run, column_name, value)
);
COMMENT ON TABLE pde.unmatched IS 'Values that no code list knew: the first 1,000 of a run';
COMMENT ON COLUMN pde.unmatched.waits IS 'Whether its rows wait in quarantine; else they were loaded without a code';
COMMENT ON COLUMN pde.unmatched.settled_by IS 'The run that read its rows again';
CREATE INDEX unmatched_open ON pde.unmatched (list, value) WHERE settled_by IS NULL;

ALTER TABLE pde.quarantine ADD COLUMN settled_by bigint;
COMMENT ON COLUMN pde.quarantine.settled_by IS 'The run that read this row again; null: it waits';
