-- What PDE remembers of the doors that it fetches from.

CREATE TABLE pde.door_file (
  door      text COLLATE "C" NOT NULL,
  name      text COLLATE "C" NOT NULL,
  version   text COLLATE "C" NOT NULL,
  taken     timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (door, name, version)
);
COMMENT ON TABLE pde.door_file IS 'Files of folders and mailboxes elsewhere that were taken; a file that changes there is taken again';
COMMENT ON COLUMN pde.door_file.version IS 'Size and time of change as the other side tells them';

CREATE TABLE pde.door_state (
  door      text COLLATE "C" NOT NULL,
  name      text COLLATE "C" NOT NULL,
  value     text NOT NULL,
  kept      timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (door, name)
);
COMMENT ON TABLE pde.door_state IS 'How far a door was read: the marks of the last answer that was loaded';

CREATE TABLE pde.event_receiver (
  receiver  text COLLATE "C" PRIMARY KEY,
  since     timestamptz NOT NULL DEFAULT clock_timestamp()
);
COMMENT ON TABLE pde.event_receiver IS 'Routes that begin with pde:events, and from when on they hear of runs';

CREATE TABLE pde.event_told (
  receiver  text COLLATE "C" NOT NULL REFERENCES pde.event_receiver,
  run       bigint NOT NULL,
  outcome   text COLLATE "C" NOT NULL,
  told      timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (receiver, run, outcome)
);
COMMENT ON TABLE pde.event_told IS 'What a receiver took; it is not told that again';

CREATE INDEX run_finished ON pde.run (finished);
