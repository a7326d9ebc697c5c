-- What analysts need beside the tables: codes, agencies, days, and who read what.

CREATE TABLE pde.code_list (
  list    text COLLATE "C" PRIMARY KEY,
  sha256  text COLLATE "C" NOT NULL,
  dated   boolean NOT NULL,
  synced  timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE pde.code_list IS 'Daftar kode dari mappings/codes / The code lists of mappings/codes, as runs last saw them';
COMMENT ON COLUMN pde.code_list.sha256 IS 'Of what pde.code holds of it; another one is written anew';
COMMENT ON COLUMN pde.code_list.dated IS 'Whether a code of it has a validity';

CREATE TABLE pde.code (
  list        text COLLATE "C" NOT NULL REFERENCES pde.code_list,
  code        text COLLATE "C" NOT NULL,
  version     int NOT NULL,
  name        text NOT NULL,
  level       text COLLATE "C",
  parent      text COLLATE "C",
  valid_from  date,
  valid_to    date,
  successors  text[] NOT NULL,
  systems     jsonb NOT NULL,
  PRIMARY KEY (list, code, version)
);
COMMENT ON TABLE pde.code IS 'Kode dan namanya / Codes and their names';
COMMENT ON COLUMN pde.code.version IS 'From 1, oldest first: a code that was renamed or moved has several';
COMMENT ON COLUMN pde.code.parent IS 'The code above it in the same list';
COMMENT ON COLUMN pde.code.successors IS 'The codes that took its place';
COMMENT ON COLUMN pde.code.systems IS 'Its codes and names in other systems: {"bps": ["3574", "PROBOLINGGO"]}';

CREATE TABLE pde.agency (
  agency  text COLLATE "C" PRIMARY KEY,
  name    text NOT NULL
);
COMMENT ON TABLE pde.agency IS 'Perangkat daerah dari mappings/agencies.yaml / The agencies of mappings/agencies.yaml';

CREATE TABLE pde.day (day date PRIMARY KEY);
COMMENT ON TABLE pde.day IS 'Hari-hari untuk mart.dim_tanggal / The days of mart.dim_tanggal';
INSERT INTO pde.day SELECT generate_series('1945-01-01'::date, '2060-12-31'::date, '1 day')::date;

-- Periods are text in one form; see id.pde.model.Period.
CREATE FUNCTION pde.period_end(period text) RETURNS date
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN CASE
    WHEN period ~ '[0-9]{4}-[0-9]{2}-[0-9]{2}$'
      THEN make_date(substring(right(period, 10), 1, 4)::int, substring(right(period, 10), 6, 2)::int, right(period, 2)::int)
    WHEN period ~ '[0-9]{4}-[0-9]{2}$'
      THEN (make_date(substring(right(period, 7), 1, 4)::int, right(period, 2)::int, 1) + interval '1 month - 1 day')::date
    WHEN period ~ '[0-9]{4}-Q[1-4]$'
      THEN (make_date(substring(right(period, 7), 1, 4)::int, 3 * right(period, 1)::int, 1) + interval '1 month - 1 day')::date
    WHEN period ~ '[0-9]{4}-S[12]$'
      THEN (make_date(substring(right(period, 7), 1, 4)::int, 6 * right(period, 1)::int, 1) + interval '1 month - 1 day')::date
    WHEN period ~ '[0-9]{4}/[0-9]{4}$'
      THEN make_date(right(period, 4)::int, 6, 30)
    WHEN period ~ '[0-9]{4}$'
      THEN make_date(right(period, 4)::int, 12, 31)
  END;
COMMENT ON FUNCTION pde.period_end(text) IS 'The last day of a period as _period has it; null where it is none';

ALTER TABLE pde.owned_table
  ADD COLUMN classes    jsonb NOT NULL DEFAULT '{}',
  ADD COLUMN presented  text COLLATE "C";
COMMENT ON COLUMN pde.owned_table.classes IS 'The classes of its columns: {"nik": "pribadi-umum"}';
COMMENT ON COLUMN pde.owned_table.presented IS 'SHA-256 of the statement that made its view in mart, and of those for its comments and grants';

CREATE TABLE pde.access (
  id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  begun     timestamptz NOT NULL DEFAULT now(),
  ended     timestamptz,
  who       text NOT NULL,
  login     text COLLATE "C" NOT NULL DEFAULT session_user,
  action    text COLLATE "C" NOT NULL CHECK (action IN ('export', 'sql')),
  relations text[] NOT NULL,
  columns   text[] NOT NULL,
  form      text COLLATE "C" NOT NULL,
  rows      bigint
);
COMMENT ON TABLE pde.access IS 'Every export, and every pde sql that reads a personal column; never a value';
COMMENT ON COLUMN pde.access.who IS 'The user of the operating system';
COMMENT ON COLUMN pde.access.columns IS 'Of an export all its columns; of a statement the personal ones';
COMMENT ON COLUMN pde.access.rows IS 'How many were given; null: it did not come to its end';

CREATE VIEW mart.dim_tanggal AS
SELECT day AS tanggal,
       extract(year FROM day)::int AS tahun,
       CASE WHEN extract(month FROM day) <= 6 THEN 1 ELSE 2 END AS semester,
       extract(quarter FROM day)::int AS triwulan,
       extract(month FROM day)::int AS bulan,
       (ARRAY['Januari', 'Februari', 'Maret', 'April', 'Mei', 'Juni', 'Juli', 'Agustus', 'September', 'Oktober',
              'November', 'Desember'])[extract(month FROM day)::int] AS nama_bulan,
       (ARRAY['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October',
              'November', 'December'])[extract(month FROM day)::int] AS month_name,
       extract(day FROM day)::int AS hari,
       extract(isodow FROM day)::int AS hari_pekan,
       (ARRAY['Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu', 'Minggu'])[extract(isodow FROM day)::int] AS nama_hari,
       (ARRAY['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'])[extract(isodow FROM day)::int]
         AS day_name,
       extract(isodow FROM day) >= 6 AS akhir_pekan,
       extract(isoyear FROM day)::int AS tahun_iso,
       extract(week FROM day)::int AS minggu_iso,
       to_char(day, 'YYYY') || '-S' || CASE WHEN extract(month FROM day) <= 6 THEN 1 ELSE 2 END AS periode_semester,
       to_char(day, 'YYYY"-Q"Q') AS periode_triwulan,
       to_char(day, 'YYYY-MM') AS periode_bulan
  FROM pde.day;
COMMENT ON VIEW mart.dim_tanggal IS 'Hari, 1945 sampai 2060 / Days, 1945 to 2060';
COMMENT ON COLUMN mart.dim_tanggal.tanggal IS 'Tanggal / Date';
COMMENT ON COLUMN mart.dim_tanggal.tahun IS 'Tahun / Year';
COMMENT ON COLUMN mart.dim_tanggal.semester IS 'Semester, 1 atau 2 / Half of the year, 1 or 2';
COMMENT ON COLUMN mart.dim_tanggal.triwulan IS 'Triwulan, 1 sampai 4 / Quarter, 1 to 4';
COMMENT ON COLUMN mart.dim_tanggal.bulan IS 'Bulan, 1 sampai 12 / Month, 1 to 12';
COMMENT ON COLUMN mart.dim_tanggal.nama_bulan IS 'Nama bulan / Indonesian name of the month';
COMMENT ON COLUMN mart.dim_tanggal.month_name IS 'Nama bulan dalam bahasa Inggris / English name of the month';
COMMENT ON COLUMN mart.dim_tanggal.hari IS 'Hari dalam bulan / Day of the month';
COMMENT ON COLUMN mart.dim_tanggal.hari_pekan IS 'Hari dalam pekan, 1 = Senin / Day of the week, 1 = Monday';
COMMENT ON COLUMN mart.dim_tanggal.nama_hari IS 'Nama hari / Indonesian name of the day';
COMMENT ON COLUMN mart.dim_tanggal.day_name IS 'Nama hari dalam bahasa Inggris / English name of the day';
COMMENT ON COLUMN mart.dim_tanggal.akhir_pekan IS 'Sabtu atau Minggu / Saturday or Sunday';
COMMENT ON COLUMN mart.dim_tanggal.tahun_iso IS 'Tahun dari minggu ISO 8601 / Year of the ISO 8601 week';
COMMENT ON COLUMN mart.dim_tanggal.minggu_iso IS 'Minggu ISO 8601 / ISO 8601 week';
COMMENT ON COLUMN mart.dim_tanggal.periode_semester IS 'Seperti di _period: 2024-S2 / As in _period: 2024-S2';
COMMENT ON COLUMN mart.dim_tanggal.periode_triwulan IS 'Seperti di _period: 2024-Q3 / As in _period: 2024-Q3';
COMMENT ON COLUMN mart.dim_tanggal.periode_bulan IS 'Seperti di _period: 2024-07 / As in _period: 2024-07';

CREATE VIEW mart.dim_instansi AS
SELECT agency AS instansi, name AS nama FROM pde.agency;
COMMENT ON VIEW mart.dim_instansi IS 'Perangkat daerah yang menyerahkan data / The agencies that deliver';
COMMENT ON COLUMN mart.dim_instansi.instansi IS 'Nama foldernya di mappings / Its folder in mappings';
COMMENT ON COLUMN mart.dim_instansi.nama IS 'Nama lengkap / Full name';

-- One row per code, as it last was, so that a join multiplies nothing.
CREATE VIEW mart.dim_wilayah AS
WITH RECURSIVE last AS (
  SELECT DISTINCT ON (code) code, name, level, parent, valid_from, valid_to, systems
    FROM pde.code WHERE list = 'wilayah' ORDER BY code, version DESC
), above (code, level, at, name, parent, distance) AS (
  SELECT code, level, code, name, parent, 0 FROM last
  UNION ALL
  SELECT a.code, p.level, p.code, p.name, p.parent, a.distance + 1
    FROM above a JOIN last p ON p.code = a.parent WHERE a.distance < 8
), flat AS (
  SELECT code,
         max(at) FILTER (WHERE level = 'provinsi') AS kode_provinsi,
         max(name) FILTER (WHERE level = 'provinsi') AS provinsi,
         max(at) FILTER (WHERE level IN ('kota', 'kabupaten')) AS kode_kota,
         max(name) FILTER (WHERE level IN ('kota', 'kabupaten')) AS kota,
         max(at) FILTER (WHERE level = 'kecamatan') AS kode_kecamatan,
         max(name) FILTER (WHERE level = 'kecamatan') AS kecamatan,
         max(at) FILTER (WHERE level IN ('kelurahan', 'desa')) AS kode_kelurahan,
         max(name) FILTER (WHERE level IN ('kelurahan', 'desa')) AS kelurahan
    FROM above GROUP BY code
)
SELECT last.code AS kode, last.name AS nama, last.level AS tingkat, last.parent AS induk,
       kode_kelurahan, kelurahan, kode_kecamatan, kecamatan, kode_kota, kota, kode_provinsi, provinsi,
       (SELECT min(form) FROM jsonb_array_elements_text(systems -> 'bps') form WHERE form ~ '^[0-9]+$') AS kode_bps,
       (SELECT min(form) FROM jsonb_array_elements_text(systems -> 'bps') form WHERE form !~ '^[0-9]+$') AS nama_bps,
       valid_from AS berlaku_dari, valid_to AS berlaku_sampai
  FROM last JOIN flat USING (code);
COMMENT ON VIEW mart.dim_wilayah IS 'Wilayah semua tingkat dengan nama induknya / Regions of all levels with the names of those above';
COMMENT ON COLUMN mart.dim_wilayah.kode IS 'Kode Kemendagri / Code of the Ministry of Home Affairs';
COMMENT ON COLUMN mart.dim_wilayah.nama IS 'Nama / Name';
COMMENT ON COLUMN mart.dim_wilayah.tingkat IS 'provinsi, kabupaten, kota, kecamatan, kelurahan / Level';
COMMENT ON COLUMN mart.dim_wilayah.induk IS 'Kode wilayah di atasnya / Code of the region above';
COMMENT ON COLUMN mart.dim_wilayah.kode_kelurahan IS 'Kode kelurahan / Code of the kelurahan';
COMMENT ON COLUMN mart.dim_wilayah.kelurahan IS 'Nama kelurahan / Name of the kelurahan';
COMMENT ON COLUMN mart.dim_wilayah.kode_kecamatan IS 'Kode kecamatan / Code of the kecamatan';
COMMENT ON COLUMN mart.dim_wilayah.kecamatan IS 'Nama kecamatan / Name of the kecamatan';
COMMENT ON COLUMN mart.dim_wilayah.kode_kota IS 'Kode kota atau kabupaten / Code of the city or regency';
COMMENT ON COLUMN mart.dim_wilayah.kota IS 'Nama kota atau kabupaten / Name of the city or regency';
COMMENT ON COLUMN mart.dim_wilayah.kode_provinsi IS 'Kode provinsi / Code of the province';
COMMENT ON COLUMN mart.dim_wilayah.provinsi IS 'Nama provinsi / Name of the province';
COMMENT ON COLUMN mart.dim_wilayah.kode_bps IS 'Kode BPS / Code of BPS';
COMMENT ON COLUMN mart.dim_wilayah.nama_bps IS 'Nama menurut BPS, bila lain / Name at BPS, where it differs';
COMMENT ON COLUMN mart.dim_wilayah.berlaku_dari IS 'Hari pertama berlaku; kosong: sejak dahulu / First day of validity; empty: since ever';
COMMENT ON COLUMN mart.dim_wilayah.berlaku_sampai IS 'Hari terakhir berlaku; kosong: masih berlaku / Last day of validity; empty: still valid';
