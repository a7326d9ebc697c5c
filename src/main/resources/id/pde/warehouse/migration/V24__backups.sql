-- A backup takes everything out of the house, so it is kept as what it is.

ALTER TABLE pde.access DROP CONSTRAINT access_action_check;
ALTER TABLE pde.access ADD CONSTRAINT access_action_check
  CHECK (action IN ('export', 'sql', 'rejects', 'receipt', 'erase', 'backup'));
CREATE INDEX access_backup ON pde.access (ended) WHERE action = 'backup' AND rows IS NOT NULL;
