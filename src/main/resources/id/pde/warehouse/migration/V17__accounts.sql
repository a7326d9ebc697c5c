-- People who use the console and programs that use the API, and what they did.

CREATE TABLE pde.account (
  name          text COLLATE "C" PRIMARY KEY CHECK (name ~ '^[a-z0-9][a-z0-9._@-]{0,62}$'),
  shown         text NOT NULL,
  roles         text[] COLLATE "C" NOT NULL CHECK (roles <@ ARRAY['admin', 'officer', 'approver', 'analyst', 'agency'] COLLATE "C"),
  agencies      text[] COLLATE "C" NOT NULL DEFAULT '{}',
  password      text NOT NULL,
  language      text COLLATE "C" NOT NULL DEFAULT 'id' CHECK (language IN ('id', 'en')),
  failures      int NOT NULL DEFAULT 0,
  locked_until  timestamptz,
  disabled      boolean NOT NULL DEFAULT false,
  version       bigint NOT NULL DEFAULT 1,
  created       timestamptz NOT NULL DEFAULT clock_timestamp(),
  seen          timestamptz
);
COMMENT ON TABLE pde.account IS 'Who may use the console; logins of the database are apart from it';
COMMENT ON COLUMN pde.account.agencies IS 'Whose deliveries the role agency sees; empty for the other roles';
COMMENT ON COLUMN pde.account.password IS 'Its hash, with the name of the method';
COMMENT ON COLUMN pde.account.failures IS 'Wrong passwords in a row';
COMMENT ON COLUMN pde.account.version IS 'Grows with every change of rights or password; sessions of an earlier one end';

CREATE TABLE pde.token (
  hash     text COLLATE "C" PRIMARY KEY,
  account  text COLLATE "C" NOT NULL REFERENCES pde.account ON DELETE CASCADE,
  label    text NOT NULL,
  created  timestamptz NOT NULL DEFAULT clock_timestamp(),
  expires  timestamptz NOT NULL,
  used     timestamptz,
  revoked  timestamptz
);
CREATE INDEX token_of ON pde.token (account);
COMMENT ON TABLE pde.token IS 'Keys of programs to the API; a token can do what its account can';
COMMENT ON COLUMN pde.token.hash IS 'SHA-256 of the token, which is shown once';

CREATE TABLE pde.act (
  act      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at       timestamptz NOT NULL DEFAULT clock_timestamp(),
  who      text NOT NULL,
  action   text COLLATE "C" NOT NULL,
  subject  text NOT NULL,
  detail   text NOT NULL DEFAULT ''
);
CREATE INDEX act_of ON pde.act (who, act);
CREATE INDEX act_action ON pde.act (action, act);
COMMENT ON TABLE pde.act IS 'What people did in the console and programs through the API; never a value of a row';
COMMENT ON COLUMN pde.act.subject IS 'What it was done to: run 12, table penduduk, schedule harga ...';

-- Pages list runs by day, by outcome and by agency.
CREATE INDEX run_by_start ON pde.run (started DESC);
CREATE INDEX run_by_outcome ON pde.run (outcome, run DESC);
CREATE INDEX run_by_agency ON pde.run (agency, run DESC);

CREATE TABLE pde.request_key (
  account  text COLLATE "C" NOT NULL REFERENCES pde.account ON DELETE CASCADE,
  key      text COLLATE "C" NOT NULL CHECK (length(key) BETWEEN 1 AND 200),
  request  text NOT NULL,
  answer   text NOT NULL,
  at       timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (account, key)
);
COMMENT ON TABLE pde.request_key IS 'Requests of programs that must not be done twice (Idempotency-Key)';
COMMENT ON COLUMN pde.request_key.answer IS 'Where what came of it is looked at; empty: it was just begun';
