-- Rows in quarantine wait no longer once a corrected delivery was loaded.

ALTER TABLE pde.run ADD COLUMN supersedes boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN pde.run.supersedes IS 'Whether it took the rows that waited of the deliveries it corrects out of the waiting ones';
COMMENT ON COLUMN pde.quarantine.settled_by IS 'The run that read this row again or loaded the corrected delivery; null: it waits';
