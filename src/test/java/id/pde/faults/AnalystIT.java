package id.pde.faults;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.faults.Terminal.Ended;
import id.pde.run.Analysts;
import id.pde.run.Analysts.Readiness.State;
import id.pde.testing.TestDatabase;
import id.pde.warehouse.PostgresAnalysts;
import id.pde.warehouse.connection.ConnectionSettings;
import id.pde.warehouse.connection.Connections;
import id.pde.warehouse.connection.Password;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What an analyst sees and what is refused, tried with a login of that role. */
class AnalystIT {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  @TempDir private Path root;
  private Volunteers city = new Volunteers(Path.of(""), database);

  @BeforeEach
  void begin() throws Exception {
    city = new Volunteers(root, database);
    city.begin();
  }

  @Test
  void seesNamesAndMasksAndNothingElse() throws Exception {
    city.load(Volunteers.ROWS, 0);
    assertThat(
            city.ask(
                "SELECT nomor, _period, kelurahan, kelurahan_nama, jenis_kelamin, status, status_nama,"
                    + " nama, lahir, telepon, insentif FROM mart.kader ORDER BY nomor"))
        .containsExactly(
            "1|2019|7|Jati Lama|***|A|Aktif|C*** U*** S***|1977-**-**|***771|150000.00",
            "2|2024|7|Jati Baru|***|A|Aktif|U*** D***|1977-**-**|***772|-5.00",
            "3|2024|Tiada|null|***|H|Henti|null|null|null|null");
    assertThat(city.columns("mart"))
        .containsExactly(
            "_period",
            "_run",
            "nomor",
            "tahun",
            "kelurahan",
            "kelurahan_nama",
            "jenis_kelamin",
            "status",
            "status_nama",
            "nik",
            "nama",
            "lahir",
            "telepon",
            "insentif",
            "catatan");
    assertThat(city.ask("SELECT count(*) FROM mart.kader WHERE nik ~ '^[0-9a-f]{8}:[0-9a-f]{32}$'"))
        .containsExactly("2");
  }

  @Test
  void readsWhatTheClassesAllowAndIsRefusedTheRest() throws Exception {
    city.load(Volunteers.ROWS, 0);
    city.load(Volunteers.ROWS.replace("contoh;-5", "contoh;-6"), 0);
    Connections analyst = city.analyst();
    List<String> allowed = new ArrayList<>();
    for (String schema : List.of("warehouse", "history")) {
      for (String column : city.columns(schema)) {
        String state = city.tried(analyst, "SELECT \"" + column + "\" FROM " + schema + ".kader");
        assertThat(state).as(schema + "." + column).isIn("", "42501");
        if (state.isEmpty()) {
          allowed.add(schema.charAt(0) + "." + column);
        }
      }
    }
    assertThat(allowed)
        .containsExactly(
            "w.nomor",
            "w.tahun",
            "w.kelurahan",
            "w.status",
            "w.insentif",
            "w.catatan",
            "w._run",
            "w._row",
            "w._period",
            "w._since",
            "h.nomor",
            "h.tahun",
            "h.kelurahan",
            "h.status",
            "h.insentif",
            "h.catatan",
            "h._run",
            "h._row",
            "h._period",
            "h._since",
            "h._run_ended",
            "h._ended_by");
    for (String sql :
        List.of(
            "SELECT * FROM mart.kader",
            "SELECT nama FROM kader",
            "SELECT * FROM mart.dim_wilayah",
            "SELECT * FROM mart.dim_tanggal",
            "SELECT * FROM mart.dim_instansi",
            "SELECT * FROM mart.dim_run",
            "SELECT * FROM kader_as_of_run(1)",
            "SELECT * FROM mart.kader_as_of(now())",
            "SELECT * FROM versions.kader",
            "SELECT * FROM pde.code JOIN pde.code_list USING (list)",
            "SELECT * FROM pde.agency")) {
      assertThat(city.tried(analyst, sql)).as(sql).isEmpty();
    }
    for (String sql :
        List.of(
            "SELECT * FROM warehouse.kader",
            "SELECT k FROM warehouse.kader k",
            "SELECT count(nama) FROM warehouse.kader",
            "SELECT 1 FROM warehouse.kader WHERE nik IS NULL",
            "SELECT * FROM pde.run",
            "SELECT * FROM pde.quarantine",
            "SELECT * FROM history.kader_as_of_run(1)",
            "SELECT nomor FROM history.kader_as_of(now())",
            "SELECT * FROM pde.issue",
            "SELECT * FROM pde.access",
            "SELECT nextval('pde.run_number')",
            "CREATE VIEW mart.saya AS SELECT 1",
            "UPDATE warehouse.kader SET insentif = 0",
            "DELETE FROM pde.code",
            "COPY warehouse.kader TO STDOUT",
            "SELECT pg_read_file('/etc/passwd')",
            "SET ROLE pde")) {
      assertThat(city.tried(analyst, "SET default_transaction_read_only = off", sql))
          .as(sql)
          .isEqualTo("42501");
    }
    assertThat(city.tried(analyst, "CREATE TABLE mart.saya (a int)")).isEqualTo("25006");
  }

  /** A class that becomes stricter takes the column away before the next row comes. */
  @Test
  void losesWhatBecomesPersonal() throws Exception {
    city.load(Volunteers.ROWS, 0);
    Connections analyst = city.analyst();
    assertThat(city.tried(analyst, "SELECT catatan FROM warehouse.kader")).isEmpty();
    city.write(
        "mappings/dinkes/kader.yaml",
        Volunteers.MAPPING.replace(
            "Catatan, type: text", "Catatan, type: text, class: pribadi-spesifik"));
    city.load(Volunteers.ROWS.replace("contoh;-5", "contoh;-7"), 0);
    assertThat(city.tried(analyst, "SELECT catatan FROM warehouse.kader")).isEqualTo("42501");
    assertThat(city.columns("mart")).doesNotContain("catatan");
    assertThat(city.tried(analyst, "SELECT nama FROM mart.kader")).isEmpty();
  }

  @Test
  void findsTableAndColumnsDescribed() throws Exception {
    city.load(Volunteers.ROWS, 0);
    assertThat(
            city.ask(
                "SELECT obj_description(to_regclass(s || '.kader'), 'pg_class') FROM unnest(ARRAY['warehouse', 'mart']) s"))
        .containsOnly(
            "Kader. Kader posyandu per kelurahan / Health volunteers. Kader posyandu per kelurahan");
    assertThat(
            city.ask(
                "SELECT col_description('mart.kader'::regclass, attnum) FROM pg_attribute WHERE attrelid ="
                    + " 'mart.kader'::regclass AND attname IN ('nomor', 'kelurahan_nama', 'nama') ORDER BY attnum"))
        .containsExactly(
            "Nomor urut / Serial number",
            "Nama dari kode di kelurahan, menurut daftar tempat / Name of the code in kelurahan, by the list tempat",
            "Dari Nama / From Nama (disamarkan / masked)");
    assertThat(
            city.ask(
                "SELECT c.oid::regclass || '.' || attname FROM pg_attribute a JOIN pg_class c ON c.oid = attrelid"
                    + " WHERE c.relnamespace IN ('mart'::regnamespace, 'warehouse'::regnamespace, 'history'::regnamespace, 'versions'::regnamespace)"
                    + " AND relkind IN ('r', 'v') AND attnum > 0 AND NOT attisdropped"
                    + " AND col_description(attrelid, attnum) IS NULL"))
        .isEmpty();
  }

  @Test
  void keepsTheViewWhereTheTableGrows() throws Exception {
    city.load(Volunteers.ROWS, 0);
    city.execute("CREATE VIEW public.laporan AS SELECT kelurahan_nama, insentif FROM mart.kader");
    try {
      city.write(
          "mappings/dinkes/kader.yaml",
          Volunteers.MAPPING.replace(
              "  catatan:", "  desa: {from: Desa, type: code(agama)}\n  catatan:"));
      city.load(
          Volunteers.ROWS.replace("\n", ";Islam\n").replace("Catatan;Islam", "Catatan;Desa"), 0);
      assertThat(city.columns("mart")).endsWith("catatan", "desa", "desa_nama");
      city.write(
          "mappings/dinkes/kader.yaml",
          Volunteers.MAPPING.replace("decimal(12,2)", "decimal(14,2)"));
      Ended refused = city.type("load", city.file(Volunteers.ROWS + "\n"), "-m", "dinkes/kader");
      assertThat(refused.code()).isEqualTo(1);
      assertThat(refused.out() + refused.err()).contains("mart.kader");
    } finally {
      city.execute("DROP VIEW public.laporan");
    }
    city.load(Volunteers.ROWS + "\n\n", 0);
    assertThat(
            city.ask(
                "SELECT format_type(atttypid, atttypmod) FROM pg_attribute WHERE attrelid = 'mart.kader'::regclass AND attname = 'insentif'"))
        .containsExactly("numeric(14,2)");
  }

  @Test
  void isNotShownAViewOfSomebodyElse() throws Exception {
    city.execute("CREATE VIEW mart.kader AS SELECT 1 AS milik_orang");
    try {
      Ended refused = city.type("load", city.file(Volunteers.ROWS), "-m", "dinkes/kader");
      assertThat(refused.code()).isEqualTo(1);
      assertThat(refused.out() + refused.err()).contains("mart.kader");
      assertThat(city.ask("SELECT to_regclass('warehouse.kader') IS NULL")).containsExactly("t");
    } finally {
      city.execute("DROP VIEW mart.kader");
    }
  }

  @Test
  void getsCodesOnlyWhereTheyChanged() throws Exception {
    city.load(Volunteers.ROWS, 0);
    String before =
        city.ask("SELECT string_agg(list || synced, ',' ORDER BY list) FROM pde.code_list").get(0);
    city.load(Volunteers.ROWS.replace("contoh;-5", "contoh;-9"), 0);
    assertThat(city.ask("SELECT string_agg(list || synced, ',' ORDER BY list) FROM pde.code_list"))
        .containsExactly(before);
    city.write("mappings/codes/status.csv", "code,name,variants\nA,Aktif Sekali,aktif\nH,Henti,\n");
    city.load(Volunteers.ROWS.replace("contoh;-5", "contoh;-10"), 0);
    assertThat(city.ask("SELECT status_nama FROM mart.kader WHERE nomor = 1"))
        .containsExactly("Aktif Sekali");
    assertThat(city.ask("SELECT nama FROM mart.dim_instansi")).containsExactly("Dinas Kesehatan");
  }

  @Test
  void theKeeperIsToldWhatIsMissing() throws Exception {
    String weak = city.name();
    city.execute("CREATE ROLE " + weak + " LOGIN PASSWORD 'uji-uji-uji'");
    ConnectionSettings settings =
        new ConnectionSettings(database.settings().url(), weak, new Password("uji-uji-uji"));
    city.type("user", "add", city.name(), "--role", "analyst");
    PostgresAnalysts analysts = new PostgresAnalysts(new Connections(settings));
    assertThat(analysts.readiness().state()).isEqualTo(State.LACKING);
    assertThat(analysts.readiness().missing())
        .containsExactly(
            "GRANT pde_analyst TO \"" + weak + "\" WITH ADMIN OPTION",
            "ALTER ROLE \"" + weak + "\" CREATEROLE");
    assertThat(analysts.add(city.name())).isInstanceOf(Analysts.Added.Refused.class);
    assertThat(city.type("doctor").out()).contains("pde_analyst: peran analis ada");
    city.execute("DROP ROLE " + weak);
  }

  @Test
  void aLoginIsMadeOnce() {
    String name = city.name();
    assertThat(city.type("user", "add", name, "--role", "analyst").code()).isZero();
    Ended again = city.type("user", "add", name, "--role", "analyst");
    assertThat(again.code()).isEqualTo(4);
    assertThat(again.err()).contains("sudah ada");
    assertThat(city.type("user", "add", "pg_x", "--role", "analyst").code()).isEqualTo(2);
  }
}
