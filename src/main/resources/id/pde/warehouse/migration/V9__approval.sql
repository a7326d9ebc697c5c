-- Runs that wait for a second person.

ALTER TABLE pde.run
  ADD COLUMN plan             text COLLATE "C",
  ADD COLUMN asked_by         text,
  ADD COLUMN decision         text COLLATE "C" CHECK (decision IN ('approved', 'declined', 'overtaken')),
  ADD COLUMN decided_by       text,
  ADD COLUMN decided_at       timestamptz,
  ADD COLUMN decision_reason  text,
  ADD CONSTRAINT run_decided CHECK ((decision IS NULL) = (decided_by IS NULL) AND (decision IS NULL) = (decided_at IS NULL)),
  -- The system account of who asks cannot be the one that approves.
  ADD CONSTRAINT run_second_person CHECK (decision IS DISTINCT FROM 'approved' OR decided_by IS DISTINCT FROM asked_by);
COMMENT ON COLUMN pde.run.plan IS 'The hash of what a held run would have done, and of what was approved';
COMMENT ON COLUMN pde.run.asked_by IS 'The user whose load needed a second person; empty: it came by a watched folder';
COMMENT ON COLUMN pde.run.decision IS 'Of the second person; null: none was needed, or the run waits';
COMMENT ON COLUMN pde.run.decided_by IS 'The second person';

CREATE INDEX run_undecided ON pde.run (mapping, run) WHERE outcome = 'waiting' AND plan IS NOT NULL AND decision IS NULL;
