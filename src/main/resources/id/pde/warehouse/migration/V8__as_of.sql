-- Tables as they were: when a run was published, and since which run a version stands that came back.

ALTER TABLE pde.run ADD COLUMN published timestamptz;
COMMENT ON COLUMN pde.run.published IS 'When its data were published: the clock of the database at its last step before the commit; within a table it never falls where run rises; null: it published nothing';

UPDATE pde.run r SET published = p.at
  FROM (SELECT run, max(finished) OVER (PARTITION BY table_name ORDER BY run) AS at
          FROM pde.run WHERE outcome IN ('loaded', 'loaded_with_rejects')) p
 WHERE p.run = r.run;
CREATE INDEX run_published ON pde.run (table_name, published, run) WHERE published IS NOT NULL;

ALTER TABLE pde.run ADD COLUMN whole boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN pde.run.whole IS 'Whether its delivery was the whole table: what it lacks is gone';

ALTER TABLE pde.run ADD COLUMN reach text COLLATE "C" CHECK (reach IN ('period', 'columns', 'marks', 'late'));
COMMENT ON COLUMN pde.run.reach IS 'What its delivery said of rows that were not there and left no trace: it was the whole of its period or of its parts, marked rows deleted, or held rows of an earlier period';

CREATE SCHEMA versions;
COMMENT ON SCHEMA versions IS 'All versions of the rows of a table as mart shows them, with the runs that began and ended them';

CREATE VIEW mart.dim_run AS
SELECT table_name AS tabel, run, published AS terbit, period AS periode, mapping AS pemetaan, agency AS instansi,
       inserted AS baru, updated AS berubah, unchanged AS tetap, deleted AS dihapus,
       undoes AS membatalkan, undone_by AS dibatalkan_oleh
  FROM pde.run WHERE published IS NOT NULL;
COMMENT ON VIEW mart.dim_run IS 'Run yang menerbitkan data, per tabel / The runs that published data, by table';
COMMENT ON COLUMN mart.dim_run.tabel IS 'Nama tabelnya / Its table';
COMMENT ON COLUMN mart.dim_run.run IS 'Nomor run, seperti di _run / Number of the run, as in _run';
COMMENT ON COLUMN mart.dim_run.terbit IS 'Saat datanya terbit / When its data were published';
COMMENT ON COLUMN mart.dim_run.periode IS 'Periode datanya / The period of its data';
COMMENT ON COLUMN mart.dim_run.pemetaan IS 'Pemetaannya / Its mapping';
COMMENT ON COLUMN mart.dim_run.instansi IS 'Yang menyerahkannya / Who delivered it';
COMMENT ON COLUMN mart.dim_run.baru IS 'Baris yang ditambah / Rows added';
COMMENT ON COLUMN mart.dim_run.berubah IS 'Baris yang diubah / Rows changed';
COMMENT ON COLUMN mart.dim_run.tetap IS 'Baris yang sudah ada tanpa perubahan / Rows that were there unchanged';
COMMENT ON COLUMN mart.dim_run.dihapus IS 'Baris yang dihapus / Rows deleted';
COMMENT ON COLUMN mart.dim_run.membatalkan IS 'Run yang dibatalkannya / The run that it took back';
COMMENT ON COLUMN mart.dim_run.dibatalkan_oleh IS 'Run yang membatalkannya / The run that took it back';

-- Tables made before this; later ones have the column from their beginning.
DO $$
DECLARE
  owned text;
  place text;
BEGIN
  FOR owned IN SELECT table_name FROM pde.owned_table LOOP
    FOREACH place IN ARRAY ARRAY['warehouse', 'history'] LOOP
      EXECUTE format('ALTER TABLE IF EXISTS %I.%I ADD COLUMN IF NOT EXISTS _since bigint', place, owned);
    END LOOP;
  END LOOP;
END $$;
