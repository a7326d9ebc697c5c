-- What receivers of events were reminded of.

CREATE TABLE pde.reminder_told (
  receiver  text COLLATE "C" NOT NULL,
  mapping   text COLLATE "C" NOT NULL,
  period    text COLLATE "C" NOT NULL,
  state     text COLLATE "C" NOT NULL,
  told      timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (receiver, mapping, period, state)
);
COMMENT ON TABLE pde.reminder_told IS 'Which state of which period a receiver was reminded of; it is not told that again';
COMMENT ON COLUMN pde.reminder_told.state IS 'due, late or returned';
