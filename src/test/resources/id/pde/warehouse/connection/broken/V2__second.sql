-- fails after its first statement
CREATE TABLE pde.half (n integer);
SELECT 1 / 0;
