-- the schema as an older PDE knows it
CREATE TABLE pde.probe (n integer);
