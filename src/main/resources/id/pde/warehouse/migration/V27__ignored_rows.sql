-- Rows in quarantine that an officer set aside, each with the reason.

ALTER TABLE pde.quarantine
  ADD COLUMN ignored_at  timestamptz,
  ADD COLUMN ignored_by  text,
  ADD COLUMN ignored_why text CHECK (length(ignored_why) BETWEEN 1 AND 500),
  ADD COLUMN read_by     bigint[] NOT NULL DEFAULT '{}',
  ADD CONSTRAINT quarantine_ignored CHECK (
    (ignored_at IS NULL) = (ignored_by IS NULL) AND (ignored_at IS NULL) = (ignored_why IS NULL));
COMMENT ON COLUMN pde.quarantine.ignored_at IS 'Since when it is set aside; null: it is not. What settles it counts first';
COMMENT ON COLUMN pde.quarantine.read_by IS 'The runs that read this row again, also those that were undone';

-- Until now all waiting rows of a run were read again together.
UPDATE pde.quarantine q SET read_by = again.runs
  FROM (SELECT related AS run, array_agg(run ORDER BY run) AS runs FROM pde.run
         WHERE undoes IS NULL AND related IS NOT NULL GROUP BY related) again
 WHERE q.run = again.run;

DROP INDEX pde.quarantine_waiting;
CREATE INDEX quarantine_open ON pde.quarantine (run, ordinal) WHERE settled_by IS NULL AND ignored_at IS NULL;
CREATE INDEX quarantine_ignored ON pde.quarantine (run, ordinal) WHERE settled_by IS NULL AND ignored_at IS NOT NULL;

CREATE TABLE pde.quarantine_count (
  run          bigint NOT NULL REFERENCES pde.run,
  code         text COLLATE "C" NOT NULL,
  column_name  text COLLATE "C",
  open         bigint NOT NULL,
  ignored      bigint NOT NULL,
  UNIQUE NULLS NOT DISTINCT (run, code, column_name)
);
COMMENT ON TABLE pde.quarantine_count IS 'Issues of waiting rows by kind, of runs of which rows were ever set aside; those of other runs are as pde.issue_count has them';

ALTER TABLE pde.unmatched ADD COLUMN ignored bigint NOT NULL DEFAULT 0;
COMMENT ON COLUMN pde.unmatched.ignored IS 'How many of its rows are set aside';
