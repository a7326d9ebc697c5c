package id.pde.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;

/** The Command Center as a city sees it, and as those do who write bad panels. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BoardIT {

  private static final Dimension WALL = new Dimension(1920, 1080);
  private static final Path PICTURES = Path.of("target/screens");
  private static final Path DEMO = Path.of("src/main/demo");

  @TempDir private static Path folder;

  private static AttackedCity city;
  private static Browser browser;

  @BeforeAll
  static void start() {
    city = new AttackedCity(folder.resolve("server"));
    browser = new Browser(city.address(), folder.resolve("profile"));
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.close();
    }
    if (city != null) {
      city.close();
    }
  }

  /** A panel, or the file with its statement. */
  private static void write(String name, String content) {
    try {
      Path panels = city.mappings().resolve("panels");
      Path part = Files.writeString(panels.resolve("." + name), content);
      Files.move(part, panels.resolve(name), StandardCopyOption.ATOMIC_MOVE);
      // What lies there is looked at once a second.
      TimeUnit.MILLISECONDS.sleep(1100);
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    } catch (InterruptedException told) {
      Thread.currentThread().interrupt();
    }
  }

  private static void remove(String name) {
    try {
      Files.delete(city.mappings().resolve("panels").resolve(name));
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  private static String board() {
    HttpResponse<String> answer = city.admin().get("/board/panels");
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.body();
  }

  /** The markup of one panel of the wall. */
  private static String panel(String id) {
    String all = board();
    int from = all.indexOf("id=\"panel-" + id + "\"");
    assertThat(from).as(id + " is on the wall").isPositive();
    return all.substring(from, all.indexOf("</section>", from));
  }

  /** Asks until the figure is there, for it is computed beside the page. */
  private static String settled(String id, String wanted) {
    String found = "";
    for (int tries = 0; tries < 100; tries++) {
      found = panel(id);
      if (found.contains(wanted)) {
        return found;
      }
      AttackedCity.pause();
    }
    throw new AssertionError("no \"" + wanted + "\" in " + found);
  }

  private static String tile(String sql) {
    return "title: Uji\nkind: tile\nsource: [bps/kemiskinan]\nsql: " + sql + "\n";
  }

  @Test
  @Order(1)
  void itIsNotForStrangersAndAgencies() {
    for (String page : List.of("/board", "/board/panels")) {
      assertThat(city.stranger().get(page).statusCode()).isEqualTo(302);
      assertThat(city.visit("dinsos1").get(page).statusCode()).isEqualTo(403);
      assertThat(city.visit("analis1").get(page).statusCode()).isEqualTo(200);
    }
    assertThat(city.visit("dinsos1").get("/").body()).doesNotContain("href=\"/board\"");
    assertThat(city.visit("analis1").get("/").body()).contains("href=\"/board\"");
  }

  @Test
  @Order(2)
  void panelsWithoutDataSayWhatIsMissing() {
    assertThat(settled("kemiskinan", "panel.absent"))
        .contains("belum ada", "mappings/panels/kemiskinan.yaml:8:6");
    assertThat(panel("terbaru")).contains("panel.empty");
  }

  @Test
  @Order(3)
  void figuresComeWithSourceAgeAndPeriod() throws IOException {
    deliver("bps", "Persentase");
    deliver("disdukcapil", "DKB SEM II 2024 JML PENDUDUK PER KELURAHAN.");
    deliver("diskominfo", "lapor_");
    deliver("dinsos", "usulan_bantuan");
    deliver("dinsos", "Usulan DTKS");
    deliver("dinkes", "LAPORAN");
    deliver("dkupp", "HARGA BAPOKTING");
    deliver("dkupp", "Harga Bapokting");
    List<String> loaded =
        List.of(
            "bps/kemiskinan",
            "disdukcapil/penduduk_kelurahan",
            "diskominfo/lapor",
            "dinsos/usulan_bantuan",
            "dinsos/dtks",
            "dinkes/skdn",
            "dkupp/harga_bapokting");
    awaitRuns(loaded);
    for (String id :
        List.of(
            "penduduk",
            "kemiskinan",
            "laporan_terbuka",
            "usulan_bantuan",
            "balita_ditimbang",
            "peta_penduduk",
            "harga_beras",
            "laporan_kategori",
            "bantuan_kelurahan",
            "terbaru")) {
      // A panel that says something else is computed at once; else the fault stands for a minute.
      String own = Files.readString(Path.of("mappings/panels", id + ".yaml"));
      write(id + ".yaml", own.replaceFirst("(?m)^order: (\\d+)$", "order: $10"));
    }

    assertThat(settled("penduduk", "jiwa"))
        .containsPattern("2\\d\\d\\.\\d\\d\\d")
        .contains("Dinas Kependudukan dan Pencatatan Sipil", "2024-S2", "dimuat");
    assertThat(settled("kemiskinan", "4,47"))
        .contains("turun", "(membaik)", "<path class=\"line\"");
    assertThat(settled("peta_penduduk", "Ketapang")).contains("area step5", "area step1");
    assertThat(settled("laporan_kategori", "Lampu PJU Mati")).contains("<rect class=\"bar\"");
    assertThat(settled("terbaru", "<td>Dinas ")).contains("Dari catatan PDE");
  }

  private static void awaitRuns(List<String> datasets) {
    Visit admin = city.admin();
    String runs = "";
    for (int tries = 0; tries < 600; tries++) {
      runs = admin.get("/runs").body();
      String shown = runs;
      if (datasets.stream().allMatch(dataset -> shown.contains(">" + dataset + "</span>"))) {
        return;
      }
      AttackedCity.pause();
    }
    throw new AssertionError("not all of " + datasets + " in " + runs);
  }

  private static void deliver(String agency, String start) throws IOException {
    try (var all = Files.list(DEMO.resolve(agency))) {
      Path file =
          all.filter(one -> String.valueOf(one.getFileName()).startsWith(start))
              .findFirst()
              .orElseThrow();
      Path inbox = Files.createDirectories(city.home().resolve("inbox").resolve(agency));
      Path part = inbox.resolve("." + file.getFileName() + ".part");
      Files.copy(file, part);
      Files.move(part, inbox.resolve(file.getFileName()), StandardCopyOption.ATOMIC_MOVE);
    }
  }

  @Test
  @Order(4)
  void fewPersonsAreNotCounted() {
    assertThat(settled("bantuan_kelurahan", "Tisnonegaran"))
        .contains("&lt;5", "nilai di bawah 5 tidak ditampilkan")
        .doesNotContainPattern(">[1-4]<");
  }

  @Test
  @Order(5)
  void theWallInBothLanguagesAndAllSizes() {
    browser.login("ana", AttackedCity.PASSWORD);
    for (String language : List.of("en", "id")) {
      browser.open("/help").click("form[action='/language'] button");
      for (Dimension size : List.of(WALL, Browser.DESK, Browser.PHONE)) {
        browser.size(size);
        browser.open("/board").await("#panel-peta_penduduk .area");
        browser.picture(PICTURES.resolve(language + "-" + size.getWidth() + "-board.png"));
        assertThat(browser.driver().findElement(By.tagName("html")).getDomAttribute("lang"))
            .isEqualTo(language);
        assertThat(browser.all(".fault")).as(browser.text()).isEmpty();
        Inspection.of(browser, language + " /board at " + size.getWidth());
      }
    }
    browser.size(Browser.DESK);
  }

  @Test
  @Order(6)
  void whatIsNotPublicIsClosed() {
    for (String sql :
        List.of(
            "SELECT max(nama) AS value FROM mart.usulan_bantuan",
            "SELECT count(*) AS value FROM mart.usulan_bantuan WHERE nik IS NOT NULL",
            "SELECT length(t::text) AS value FROM mart.usulan_bantuan t LIMIT 1",
            "SELECT nominal AS value FROM warehouse.usulan_bantuan",
            "SELECT count(*) AS value FROM versions.usulan_bantuan",
            "SELECT count(*) AS value FROM pde.account",
            "SELECT length(query_to_xml('SELECT nama FROM mart.usulan_bantuan', true, true, '')::text) AS value",
            "SELECT length(pg_read_file('/etc/passwd')) AS value",
            "SELECT count(*) AS value FROM mart.penduduk_kelurahan_as_of_run(1)")) {
      write("uji.yaml", tile(sql));

      assertThat(settled("uji", "class=\"fault\"")).as(sql).contains("panel.closed");
    }
    remove("uji.yaml");
  }

  @Test
  @Order(7)
  void nothingIsWritten() {
    for (String sql :
        List.of(
            "DROP VIEW mart.kemiskinan",
            "SELECT 1 AS value; DROP TABLE warehouse.kemiskinan",
            "WITH gone AS (DELETE FROM warehouse.kemiskinan RETURNING 1) SELECT count(*) AS value FROM gone",
            "COPY (SELECT 1) TO PROGRAM 'touch /tmp/x'",
            "SELECT 1 AS value INTO mart.lain")) {
      write("uji.yaml", tile("\"" + sql + "\""));

      assertThat(settled("uji", "class=\"fault\""))
          .as(sql)
          .containsPattern("sql\\.(read_only|invalid|several|single)|panel\\.closed");
    }
    remove("uji.yaml");
    write("kemiskinan2.yaml", tile("SELECT count(persentase) AS value FROM mart.kemiskinan"));
    assertThat(settled("kemiskinan2", "class=\"value\"")).doesNotContain("class=\"fault\"");
    remove("kemiskinan2.yaml");
  }

  @Test
  @Order(8)
  void whatIsSlowIsCutAndOthersStand() {
    write("uji.yaml", tile("SELECT count(*) AS value FROM generate_series(1, 100000000000) a"));

    assertThat(settled("uji", "sql.timeout")).contains("5 detik");
    assertThat(panel("kemiskinan")).contains("4,47");
    remove("uji.yaml");
  }

  @Test
  @Order(9)
  void titlesAndValuesAreNeverMarkup() {
    write(
        "uji.yaml",
        """
        title: {id: '<script>alert(1)</script>', en: x}
        note: '<img src=x onerror=alert(2)>'
        kind: table
        columns: {"a": '<b id=evil>'}
        sql: SELECT '<script>alert(3)</script>' AS a, '"><svg onload=alert(4)>' AS "<i>"
        """);

    assertThat(settled("uji", "alert(3)"))
        .doesNotContain("<script", "<img", "<b id", "<svg onload", "<i>")
        .contains("&lt;script&gt;alert(1)", "&lt;img src=x", "&lt;svg onload");
    remove("uji.yaml");
  }

  @Test
  @Order(10)
  void aFileWithAFaultHasItsOwnFrame() {
    write("uji.yaml", "title: Uji\nkind: pie\nsql: SELECT 1 AS value\ncolour: red\n");
    assertThat(panel("uji")).contains("panel.value", "mappings/panels/uji.yaml:2:7");

    write("uji.yaml", tile("SELECT 1 AS wert"));
    assertThat(settled("uji", "panel.columns")).contains("AS value", "wert");

    write(
        "uji.yaml",
        "title: Uji\nkind: tile\nsql: SELECT max(persentase) AS value FROM mart.kemiskinan\n");
    assertThat(settled("uji", "panel.undeclared")).contains("kemiskinan", "source");
    assertThat(panel("kemiskinan")).contains("4,47");
    remove("uji.yaml");
  }
}
