-- Erasures, the tombstones that keep them, and more of who read what.

CREATE TABLE pde.erasure (
  erasure    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  action     text COLLATE "C" NOT NULL CHECK (action IN ('erase', 'lift', 'retention')),
  begun      timestamptz NOT NULL,
  ended      timestamptz,
  who        text NOT NULL,
  login      text COLLATE "C" NOT NULL DEFAULT session_user,
  subject    text NOT NULL,
  reason     text NOT NULL,
  reference  text NOT NULL
);
COMMENT ON TABLE pde.erasure IS 'What was erased on request or by retention, by whom and why; never a value';
COMMENT ON COLUMN pde.erasure.ended IS 'Null: it was interrupted, and is to be repeated';
COMMENT ON COLUMN pde.erasure.subject IS 'The kind of identifier, or table and columns of a key; of retention what was due';
COMMENT ON COLUMN pde.erasure.reference IS 'Of the request, as the officer keeps it';

CREATE TABLE pde.erased_rows (
  erasure  bigint NOT NULL REFERENCES pde.erasure,
  place    text COLLATE "C" NOT NULL,
  rows     bigint NOT NULL,
  PRIMARY KEY (erasure, place)
);
COMMENT ON TABLE pde.erased_rows IS 'How many rows of which table an erasure took away or changed';

CREATE TABLE pde.erased_file (
  erasure     bigint NOT NULL REFERENCES pde.erasure,
  place       text COLLATE "C" NOT NULL CHECK (place IN ('archive', 'outbox')),
  sha256      text COLLATE "C" NOT NULL,
  done        timestamptz,
  now_sha256  text COLLATE "C",
  records     bigint NOT NULL,
  PRIMARY KEY (erasure, place, sha256)
);
COMMENT ON TABLE pde.erased_file IS 'Files that an erasure wrote again or deleted';
COMMENT ON COLUMN pde.erased_file.sha256 IS 'Of the bytes as they were; the archive keeps its name';
COMMENT ON COLUMN pde.erased_file.done IS 'Null: it was about to be done';
COMMENT ON COLUMN pde.erased_file.now_sha256 IS 'Of what is there since; null: the file was deleted';
COMMENT ON COLUMN pde.erased_file.records IS 'Rows that it lost';
CREATE INDEX erased_file_of ON pde.erased_file (sha256);

CREATE TABLE pde.tombstone (
  hash     text COLLATE "C" PRIMARY KEY,
  kind     text COLLATE "C" NOT NULL,
  erasure  bigint NOT NULL REFERENCES pde.erasure,
  since    timestamptz NOT NULL,
  lifted   timestamptz
);
COMMENT ON TABLE pde.tombstone IS 'What is kept out since it was erased: a hash under the key of pseudonyms';
COMMENT ON COLUMN pde.tombstone.lifted IS 'When it was let in again; null: it is kept out';

ALTER TABLE pde.access DROP CONSTRAINT access_action_check;
ALTER TABLE pde.access ADD CONSTRAINT access_action_check
  CHECK (action IN ('export', 'sql', 'rejects', 'receipt', 'erase'));
COMMENT ON TABLE pde.access IS 'Every export, and every reading of personal values by pde; never a value';

-- How far back versions of rows are kept.

CREATE TABLE pde.horizon (
  table_name  text COLLATE "C" PRIMARY KEY,
  run         bigint NOT NULL,
  kept_since  timestamptz NOT NULL,
  erasure     bigint REFERENCES pde.erasure
);
COMMENT ON TABLE pde.horizon IS 'Tables whose oldest versions went by retention';
COMMENT ON COLUMN pde.horizon.run IS 'The last run that ended a version which is gone: as of runs before it nothing can be said';
COMMENT ON COLUMN pde.horizon.kept_since IS 'When that run was published';

-- True, or an error: what is not known any more must not look like an answer.
CREATE FUNCTION pde.is_kept(asked text, run bigint) RETURNS boolean
  LANGUAGE plpgsql STABLE STRICT SECURITY DEFINER SET search_path = pg_catalog
AS $$
DECLARE
  since timestamptz;
BEGIN
  SELECT h.kept_since INTO since FROM pde.horizon h WHERE h.table_name = asked AND h.run > is_kept.run;
  IF FOUND THEN
    RAISE EXCEPTION 'riwayat tabel % hanya disimpan sejak % / the history of % is kept only since %',
      asked, since, asked, since USING ERRCODE = '22023';
  END IF;
  RETURN true;
END $$;
COMMENT ON FUNCTION pde.is_kept(text, bigint) IS 'Whether the versions of a table as of a run are all there; an error where they are not';
