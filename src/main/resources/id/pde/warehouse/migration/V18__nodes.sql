-- Several servers on one database share folders; which of them works on the files of an agency.

ALTER TABLE pde.node
  ADD COLUMN machine   text COLLATE "C",
  ADD COLUMN home      uuid,
  ADD COLUMN archive   text,
  ADD COLUMN exchange  text;
COMMENT ON COLUMN pde.node.home IS 'The same for every process of one PDE_HOME';
COMMENT ON COLUMN pde.node.archive IS 'Where it has the archive; null: it could not leave its mark there';
COMMENT ON COLUMN pde.node.exchange IS 'Where it has inbox, outbox and work; null: it could not leave its mark there';

CREATE TABLE pde.folder_lease (
  agency        text COLLATE "C" PRIMARY KEY,
  node          text COLLATE "C" NOT NULL,
  leased_until  timestamptz NOT NULL
);
COMMENT ON TABLE pde.folder_lease IS 'Which server works on the files of an agency';
COMMENT ON COLUMN pde.folder_lease.leased_until IS 'By the clock of the database; past: another server may take them over';
