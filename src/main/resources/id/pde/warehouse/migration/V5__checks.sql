-- How the checks of a delivery came out: of every run that judged its rows.

CREATE TABLE pde.check_result (
  run       bigint NOT NULL REFERENCES pde.run,
  ordinal   integer NOT NULL,
  name      text COLLATE "C" NOT NULL,
  severity  text NOT NULL,
  verdict   text NOT NULL CHECK (verdict IN ('held', 'broken', 'open')),
  value     numeric,
  expected  numeric,
  faults    bigint NOT NULL,
  PRIMARY KEY (run, ordinal)
);
COMMENT ON TABLE pde.check_result IS 'How the checks of a delivery came out';
COMMENT ON COLUMN pde.check_result.verdict IS 'open: there was nothing to compare with';
COMMENT ON COLUMN pde.check_result.value IS 'What was found, such as a sum; also what a later run is compared with';
COMMENT ON COLUMN pde.check_result.faults IS 'Rows, groups or sums at fault';
CREATE INDEX check_result_name ON pde.check_result (name, run);
