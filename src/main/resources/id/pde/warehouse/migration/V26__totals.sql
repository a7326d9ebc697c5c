ALTER TABLE pde.run ADD COLUMN totals jsonb;
COMMENT ON COLUMN pde.run.totals IS 'Accepted rows and sums by kecamatan; null: the rows say no place, or nothing was loaded';
