-- what only a newer PDE knows
ALTER TABLE pde.probe ADD COLUMN added integer;
