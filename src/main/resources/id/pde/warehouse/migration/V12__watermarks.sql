-- How far pulls from the databases of agencies came.

CREATE TABLE pde.watermark (
  run       bigint PRIMARY KEY REFERENCES pde.run ON DELETE CASCADE,
  kind      text COLLATE "C" NOT NULL CHECK (kind IN ('text', 'number', 'date', 'local', 'instant')),
  value     text NOT NULL,
  tie_kind  text COLLATE "C" CHECK (tie_kind IN ('text', 'number', 'date', 'local', 'instant')),
  tie       text,
  CONSTRAINT watermark_tie CHECK ((tie IS NULL) = (tie_kind IS NULL))
);
COMMENT ON TABLE pde.watermark IS 'How far the pulls of a mapping had come with a run; the newest whose run stands counts';
