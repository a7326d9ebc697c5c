-- Deliveries that came as members of a ZIP archive.

ALTER TABLE pde.run
  ADD COLUMN bundle         text,
  ADD COLUMN bundle_sha256  text COLLATE "C",
  ADD COLUMN member         text;
COMMENT ON COLUMN pde.run.bundle IS 'The ZIP archive that the delivery came in; null: it came by itself';
COMMENT ON COLUMN pde.run.bundle_sha256 IS 'Of the bytes of that archive, which are kept, too';
COMMENT ON COLUMN pde.run.member IS 'The path of the file in that archive';
