-- Schedules as officers keep them, what was changed, and what came of every fire.

CREATE TABLE pde.schedule (
  schedule       text COLLATE "C" PRIMARY KEY,
  rule           text COLLATE "C" NOT NULL,
  route_rule     text COLLATE "C" NOT NULL,
  by_officer     boolean NOT NULL DEFAULT false,
  datasets       text[] COLLATE "C" NOT NULL DEFAULT '{}',
  paused_since   timestamptz,
  settled_until  timestamptz NOT NULL,
  created        timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE pde.schedule IS 'When something is to happen; a route gives the first value, officers change it';
COMMENT ON COLUMN pde.schedule.rule IS 'What holds: at=02:30&days=working&zone=Asia/Jakarta ...';
COMMENT ON COLUMN pde.schedule.route_rule IS 'What the route said when a server last started with it';
COMMENT ON COLUMN pde.schedule.by_officer IS 'Whether an officer set the rule; then a changed route does not';
COMMENT ON COLUMN pde.schedule.datasets IS 'What the route loads, as far as it names mappings';
COMMENT ON COLUMN pde.schedule.paused_since IS 'Null: it is not paused';
COMMENT ON COLUMN pde.schedule.settled_until IS 'Every fire up to then was decided on: run, queued, or left out';

CREATE TABLE pde.schedule_change (
  change    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  schedule  text COLLATE "C" NOT NULL REFERENCES pde.schedule,
  at        timestamptz NOT NULL DEFAULT clock_timestamp(),
  who       text NOT NULL,
  login     text COLLATE "C" NOT NULL DEFAULT session_user,
  action    text COLLATE "C" NOT NULL CHECK (action IN ('new', 'route', 'set', 'reset', 'pause', 'resume', 'run')),
  before    text COLLATE "C",
  after     text COLLATE "C",
  why       text NOT NULL
);
COMMENT ON TABLE pde.schedule_change IS 'Who changed a schedule, when and why; the newest number tells servers to look again';
CREATE INDEX schedule_change_of ON pde.schedule_change (schedule, change);

CREATE TABLE pde.schedule_fire (
  schedule      text COLLATE "C" NOT NULL REFERENCES pde.schedule,
  planned       timestamptz NOT NULL,
  kind          text COLLATE "C" NOT NULL CHECK (kind IN ('planned', 'missed', 'manual', 'period')),
  period        text COLLATE "C",
  stands_for    integer NOT NULL DEFAULT 1,
  why           text,
  node          text COLLATE "C",
  leased_until  timestamptz,
  attempts      integer NOT NULL DEFAULT 0,
  started       timestamptz,
  ended         timestamptz,
  outcome       text COLLATE "C",
  runs          bigint[] NOT NULL DEFAULT '{}',
  PRIMARY KEY (schedule, planned),
  CHECK ((ended IS NULL) = (outcome IS NULL))
);
COMMENT ON TABLE pde.schedule_fire IS 'Every fire: planned once, leased to one node at a time, and what came of it';
COMMENT ON COLUMN pde.schedule_fire.period IS 'Of the data that are wanted; null: the route knows';
COMMENT ON COLUMN pde.schedule_fire.stands_for IS 'Of one that was left out: so many planned fires, this one being the last';
COMMENT ON COLUMN pde.schedule_fire.why IS 'What an open one waits for; why one was left out';
COMMENT ON COLUMN pde.schedule_fire.leased_until IS 'By the clock of the database; past: another node may take it over';
COMMENT ON COLUMN pde.schedule_fire.outcome IS 'Of the run that ended worst; done: no run; skipped: it was left out';
CREATE INDEX schedule_fire_open ON pde.schedule_fire (planned, schedule) WHERE ended IS NULL;
CREATE INDEX schedule_fire_newest ON pde.schedule_fire (schedule, planned DESC) WHERE ended IS NOT NULL;

CREATE TABLE pde.node (
  node     text COLLATE "C" PRIMARY KEY,
  place    text NOT NULL,
  started  timestamptz NOT NULL DEFAULT clock_timestamp(),
  seen     timestamptz NOT NULL DEFAULT clock_timestamp()
);
COMMENT ON TABLE pde.node IS 'Servers that work on this database';
COMMENT ON COLUMN pde.node.place IS 'Machine and process';
COMMENT ON COLUMN pde.node.seen IS 'By the clock of the database';
