package id.pde.faults;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.faults.Terminal.Ended;
import id.pde.testing.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Exports, and statements that read personal columns: what they give and what is kept. */
class ExportIT {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  @TempDir private Path root;
  private Volunteers city = new Volunteers(Path.of(""), database);

  @BeforeEach
  void begin() throws Exception {
    city = new Volunteers(root, database);
    city.begin();
  }

  @Test
  void exportsAreMaskedInertAndKept() throws Exception {
    city.load(Volunteers.ROWS, 0);
    Ended csv = city.type("export", "kader");
    assertThat(csv.code()).as(csv.toString()).isZero();
    assertThat(csv.out().lines().findFirst().orElse(""))
        .isEqualTo(
            "_period,_run,nomor,tahun,kelurahan,kelurahan_nama,jenis_kelamin,status,status_nama,nik,nama,lahir,telepon,insentif,catatan");
    assertThat(csv.out())
        .contains(",150000.00,'=1+1")
        .contains(",-5.00,baik")
        .doesNotContain("Contoh Uji");
    Path file = root.resolve("kader.xlsx");
    assertThat(city.type("export", "warehouse.kader", "--out", file.toString()).code()).isZero();
    assertThat(Files.size(file)).isPositive();
    assertThat(city.type("export", "pde.run").code()).isEqualTo(5);
    assertThat(city.type("export", "kaderr").code()).isEqualTo(5);
    assertThat(
            city.ask(
                "SELECT who = '"
                    + System.getProperty("user.name")
                    + "', action, relations, form, cardinality(columns), rows"
                    + " FROM pde.access ORDER BY id"))
        .containsExactly("t|export|{mart.kader}|csv|15|3", "t|export|{warehouse.kader}|xlsx|17|3");
  }

  @Test
  void statementsThatReadPersonsAreKept() throws Exception {
    city.load(Volunteers.ROWS, 0);
    city.execute("CREATE VIEW public.pintas AS SELECT nama AS n, insentif FROM warehouse.kader");
    try {
      for (String sql :
          List.of(
              "SELECT nama FROM mart.kader",
              "SELECT insentif FROM warehouse.kader",
              "SELECT nomor, upper(nama) FROM warehouse.kader WHERE agama = '1';",
              "WITH k AS (SELECT * FROM warehouse.kader) SELECT lahir, 1, 2 FROM k -- kader",
              "SELECT n /* kader */ FROM public.pintas",
              "SELECT 1) q; DROP TABLE warehouse.kader; SELECT (1 /* kader */")) {
        city.type("sql", sql);
      }
    } finally {
      city.execute("DROP VIEW public.pintas");
    }
    assertThat(city.ask("SELECT columns, rows FROM pde.access ORDER BY id"))
        .hasSize(3)
        .startsWith("{warehouse.kader.agama,warehouse.kader.nama}|1")
        .endsWith("{warehouse.kader.nama}|3");
    assertThat(city.ask("SELECT count(*) FROM warehouse.kader")).containsExactly("3");
  }
}
