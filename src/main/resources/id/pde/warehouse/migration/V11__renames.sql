-- Columns and mappings that go by another name now (was:).

CREATE TABLE pde.rename (
  at          timestamptz NOT NULL DEFAULT clock_timestamp(),
  table_name  text COLLATE "C" NOT NULL,
  kind        text COLLATE "C" NOT NULL CHECK (kind IN ('column', 'mapping')),
  from_name   text COLLATE "C" NOT NULL,
  to_name     text COLLATE "C" NOT NULL
);
CREATE INDEX rename_of_table ON pde.rename (table_name, at);
COMMENT ON TABLE pde.rename IS 'What was renamed because a mapping said was:, so that older runs are understood';
