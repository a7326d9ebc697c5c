-- The rows that wait, found without reading those that are settled.

CREATE INDEX quarantine_waiting ON pde.quarantine (run, ordinal) WHERE settled_by IS NULL;
