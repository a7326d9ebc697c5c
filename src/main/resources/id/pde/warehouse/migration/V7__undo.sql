-- A run may take another one back.

ALTER TABLE pde.run ADD COLUMN undoes bigint REFERENCES pde.run;
COMMENT ON COLUMN pde.run.undoes IS 'The run that this one took back; null: a run of a delivery';

-- A run that takes another one back has the bytes of that one, and loads nothing.
DROP INDEX pde.run_loads_once;
CREATE UNIQUE INDEX run_loads_once ON pde.run (sha256, mapping, period) NULLS NOT DISTINCT
  WHERE outcome IN ('loaded', 'loaded_with_rejects') AND NOT forced AND undone_by IS NULL AND undoes IS NULL;
