-- Statements that people keep on the SQL page.
CREATE TABLE pde.saved_query (
  number     bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  who        text COLLATE "C" NOT NULL,
  name       text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  statement  text NOT NULL CHECK (length(statement) <= 100000),
  shared     boolean NOT NULL DEFAULT false,
  changed    timestamptz NOT NULL DEFAULT clock_timestamp(),
  UNIQUE (who, name)
);
COMMENT ON TABLE pde.saved_query IS 'Statements that people keep on the SQL page of the console';
COMMENT ON COLUMN pde.saved_query.shared IS 'Whether all who may use the page see it';
