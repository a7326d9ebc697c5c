-- Deliveries that correct earlier ones.

ALTER TABLE pde.run
  ADD COLUMN submission int CHECK (submission > 1),
  ADD COLUMN corrects   bigint REFERENCES pde.run,
  ADD COLUMN sent_as    text,
  ADD COLUMN joined     text[] COLLATE "C",
  ADD CONSTRAINT run_corrects CHECK ((submission IS NULL) = (corrects IS NULL));
COMMENT ON COLUMN pde.run.submission IS 'Which submission of its dataset and period the delivery is, from 2; null: the first';
COMMENT ON COLUMN pde.run.corrects IS 'The run that the delivery corrects';
COMMENT ON COLUMN pde.run.sent_as IS 'The name under which it came, where the run has the name of the first delivery';
COMMENT ON COLUMN pde.run.joined IS 'What it is laid over, the oldest first: sha256:bytes:form of each; null: it is whole by itself';

CREATE INDEX run_of_period ON pde.run (mapping, period, run);
CREATE INDEX run_corrected ON pde.run (corrects) WHERE corrects IS NOT NULL;
