package id.pde.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** What people do with the console, in a real browser, in the order in which a city does it. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ConsoleIT {

  private static final String PASSWORD = "jeruk-pagi-kapal";
  private static final Path SAMPLE = Path.of("src/main/demo/dinsos/usulan_bantuan_2025_tw1.csv");
  private static final Path SCHOOLS =
      Path.of("src/main/demo/disdikbud/DATA SEKOLAH TP 2024-2025.xls");

  private static final Path PICTURES = Path.of("target/screens");

  private static final String RETURNED = "jawaban.xlsx";

  @TempDir private static Path folder;

  private static ConsoleServer console;
  private static Browser browser;
  private static String studio = "";
  private static String sent = "";
  private static String work = "";

  @BeforeAll
  static void start() {
    console = ConsoleServer.start(folder.resolve("server"));
    browser = new Browser(console.address(), folder.resolve("profile"));
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.close();
    }
    if (console != null) {
      console.close();
    }
  }

  @Test
  @Order(1)
  void theFirstOneSetsUpTheConsole() {
    browser.open("/");
    assertThat(browser.path()).isEqualTo("/setup");
    browser.fill("code", "salah").fill("name", "Ana").fill("password", "pendek").fill("again", "x");
    browser.send("/setup");
    assertThat(browser.all(".say.bad li")).hasSize(4);

    browser.open(console.setup());
    browser.fill("name", "ana").fill("shown", "Ana Walidata");
    browser.fill("password", PASSWORD).fill("again", PASSWORD).send("/setup");
    assertThat(browser.path()).isEqualTo("/login?made");

    browser.login("ana", PASSWORD);
    assertThat(browser.path()).startsWith("/");
    assertThat(browser.text()).contains("Beranda", "Perlu perhatian", "Ana Walidata");
  }

  @Test
  @Order(2)
  void theAdministratorLetsOthersIn() {
    browser.open("/accounts");
    add("budi", "approver", "");
    add("citra", "agency", "dinsos");
    add("dewi", "analyst", "");

    assertThat(browser.text()).contains("budi", "citra", "dewi");
  }

  private static void add(String name, String role, String agency) {
    browser.fill("name", name).fill("password", PASSWORD);
    browser.click("form[action='/accounts'] input[value='" + role + "']");
    if (!agency.isEmpty()) {
      browser.choose("agencies", agency);
    }
    browser.send("/accounts");
    assertThat(browser.text()).contains("Akun dibuat.");
  }

  @Test
  @Order(3)
  void anAgencySendsAFileAndGetsItsAnswer() throws IOException {
    browser.login("citra", PASSWORD);
    assertThat(browser.text()).doesNotContain("Audit").doesNotContain("Jadwal");

    send(SAMPLE);

    assertThat(browser.text()).contains("dimuat, ada yang ditolak").containsPattern("26\\s+dibaca");
    Files.write(folder.resolve(RETURNED), browser.fetched("a[href$='/answer/workbook']"));
  }

  private static void send(Path file) {
    browser.open("/upload").choose("agency", "dinsos");
    browser.driver().findElement(By.id("file")).sendKeys(file.toAbsolutePath().toString());
    browser.send("/upload").await("article.card");
  }

  @Test
  @Order(4)
  void theAgencySendsTheCorrectedFileBack() throws IOException {
    Path corrected = folder.resolve("sudah dibetulkan.xlsx");
    try (InputStream bytes = Files.newInputStream(folder.resolve(RETURNED));
        XSSFWorkbook workbook = new XSSFWorkbook(bytes);
        OutputStream out = Files.newOutputStream(corrected)) {
      Cell amount = workbook.getSheet("Data").getRow(26).getCell(7);
      assertThat(amount.getStringCellValue()).isEqualTo("menyusul");
      assertThat(amount.getCellComment().getString().getString()).contains("menyusul");
      amount.setCellValue(500_000);
      workbook.write(out);
    }

    send(corrected);

    assertThat(browser.text())
        .contains("pengiriman ke-2")
        .containsPattern("20\\s+diterima")
        .containsPattern("4\\s+ditolak");
    sent = browser.path();
  }

  @Test
  @Order(5)
  void anOfficerDecidesACodeAndLoadsTheRow() {
    browser.login("ana", PASSWORD);
    browser.open("/codes");
    String value = browser.driver().findElement(By.cssSelector("article h2 q")).getText();
    assertThat(value).isNotBlank();
    WebElement code = browser.driver().findElement(By.cssSelector("article input[name=code]"));
    if (String.valueOf(code.getDomProperty("value")).isEmpty()) {
      code.sendKeys("1");
    }
    browser.send("/codes/decide");

    assertThat(browser.all(".say.good")).hasSize(1);
    browser.click(".say.good form button").await("h1");
    assertThat(browser.path()).matches("/(runs/\\d+|works/.*)");
    browser.await("p.balance");
    assertThat(browser.text()).contains("Neraca");
  }

  @Test
  @Order(6)
  void aSecondPersonApproves() throws IOException {
    Path held =
        Files.writeString(folder.resolve("titipan.csv"), "KODE;NILAI\nA;1\nB;2\nC;3\nD;4\n");
    send(held);
    browser.click("article a[href^='/runs/'].plain:last-child").await("p.balance");
    String run = browser.path();
    assertThat(browser.text()).contains("menunggu", "orang lain yang menyetujuinya");
    assertThat(browser.has("form[action='" + run + "/approve']")).isFalse();

    browser.login("budi", PASSWORD);
    assertThat(browser.text()).contains("menunggu persetujuan");
    browser.open(run).fill("why", "sudah dicek").send(run + "/approve").await("p.balance");

    assertThat(browser.text()).contains("dimuat", "disetujui").containsPattern("4\\s+baru");
  }

  @Test
  @Order(7)
  void anOfficerUndoesWhatWasApproved() {
    browser.login("ana", PASSWORD);
    browser.open("/runs?dataset=dinsos/titipan");
    browser.click("tbody a").await("a[href$='/undo']").click("a[href$='/undo']");
    assertThat(browser.text()).contains("Baris yang dihapus", "4");

    browser.click("form button.danger").await("p.balance");

    assertThat(browser.text()).contains("Run ini membatalkan run");
  }

  @Test
  @Order(8)
  void theFifthWorkingDayAtHalfPastTwo() {
    browser.open("/schedules/simpasar");
    showTheTimes();
    browser.fill("at", "02:30").fill("nth-working", "5").fill("why", "setelah tutup bulan");
    browser.send("/schedules/simpasar/set");

    assertThat(browser.text()).contains("nth-working=5", "Asia/Jakarta", "setelah tutup bulan");
    assertThat(browser.all("ol li")).hasSize(20);
    assertThat(browser.all("ol li time").get(0).getDomAttribute("datetime"))
        .endsWith("T02:30:00+07:00");

    showTheTimes();
    browser.fill("nth-working", "99").send("/schedules/simpasar/set");
    assertThat(browser.text()).contains("hari ke \"99\" tidak ada");
  }

  private static void showTheTimes() {
    if (!browser.driver().findElement(By.id("at")).isDisplayed()) {
      browser.click("details:has(#at) > summary");
    }
  }

  @Test
  @Order(9)
  void anAnalystQueriesAndExports() {
    browser.login("dewi", PASSWORD);
    String statement = "SELECT huruf, tujuh FROM (VALUES ('a', 7), ('b', 14)) AS t (huruf, tujuh)";
    browser.open("/sql").fill("statement", statement).send("/sql/ask").await("#result table");
    assertThat(browser.text()).contains("2 baris", "tujuh", "huruf", "Grafik");
    assertThat(browser.all("#result svg rect")).hasSize(2);
    browser.picture(PICTURES.resolve("id-1280-sql-result.png"));
    Inspection.of(browser, "the result of a statement");

    byte[] csv = browser.fetched("#result a[href$='/csv']");
    assertThat(new String(csv, StandardCharsets.UTF_8)).contains("huruf,tujuh", "b,14");
    byte[] xlsx = browser.fetched("#result a[href$='/xlsx']");
    assertThat(new String(xlsx, StandardCharsets.ISO_8859_1)).startsWith("PK");

    browser.fill("statement", "DROP TABLE warehouse.titipan").send("/sql/ask");
    browser.await("#result .say.bad");
  }

  @Test
  @Order(10)
  void anOfficerMakesAMappingFromASampleAndLoadsIt() {
    browser.login("ana", PASSWORD);
    browser.open("/studio").choose("agency", "disdikbud").fill("dataset", "sekolah_dasar");
    browser.driver().findElement(By.id("file")).sendKeys(SCHOOLS.toAbsolutePath().toString());
    browser.send("/studio").await("table.studio");
    studio = browser.path();
    assertThat(browser.text()).contains("disdikbud/sekolah_dasar", "isian dibaca sebagai");

    browser.click(".tabs a[href$='/file']").await("table.grid");
    assertThat(browser.text()).contains("SD-MI", "SMP-MTs", "judul di baris 6");
    browser.choose("sheet", "SD-MI").click("input[name='header'][value='5']").fill("depth", "2");
    browser.click("button[value='guess']").await("table.studio");
    WebElement name =
        browser.driver().findElement(By.cssSelector("input[name^='name.'][value='nomor']"));
    name.clear();
    name.sendKeys("urutan");
    browser.click("input[aria-label='Wajib npsn']").send(studio + "/columns").await("table.studio");

    browser.click(".tabs a[href$='/text']").await("#yaml");
    assertThat(browser.driver().findElement(By.id("yaml")).getDomProperty("value"))
        .contains("header: {row: 5, depth: 2}", "urutan: {from: NO", "type: npsn, required: true");
    browser.click(".tabs a[href$='/rows']").await("table.grid");
    assertThat(browser.text()).contains("npsn.shape", "SD-MI!B44", "[REDACTED]");
    browser.click(".tabs a[href$='/plan']").await("h1").send(studio + "/plan").await("article");
    assertThat(browser.text()).contains("warehouse.sekolah_dasar");

    browser.click(".tabs a[href$='/save']").await("table.diff");
    browser.picture(PICTURES.resolve("id-1280-studio-diff.png"));
    Inspection.of(browser, "a new mapping");
    browser.send(studio + "/save").await(".say.good");
    assertThat(console.mappings().resolve("disdikbud/sekolah_dasar.yaml")).isRegularFile();
    browser.send(studio + "/load").await("article.card");
    browser.click("article a[href^='/runs/'].plain:last-child").await("p.balance");
    assertThat(browser.text()).contains("disdikbud/sekolah_dasar", "warehouse.sekolah_dasar");
    browser.open("/datasets/disdikbud/sekolah_dasar");
    assertThat(browser.text())
        .contains("Perubahan", "versi pemetaan 1 disimpan", "memuat dengan versi pemetaan 1");
  }

  @Test
  @Order(11)
  void everyPageInBothLanguagesAndSizes() {
    browser.login("ana", PASSWORD);
    console.append("disdikbud/sekolah_dasar", "# catatan petugas\n");
    String run = firstRun();
    browser.open("/quarantine/load?all=1").send("/quarantine/load").await("h1");
    work = browser.path();
    assertThat(work).startsWith("/works/");
    // All rows wait still: that is no success.
    browser.await(".say.warn");
    assertThat(browser.text()).contains("Memuat baris yang menunggu", "tidak semua dimuat");
    List<String> pages =
        List.of(
            "/",
            "/datasets",
            "/datasets/dinsos/usulan_bantuan",
            "/datasets/disdikbud/sekolah_dasar",
            "/datasets/disdikbud/sekolah_dasar/versions",
            "/datasets/disdikbud/sekolah_dasar/versions/1",
            "/datasets/disdikbud/sekolah_dasar/versions/2",
            "/runs",
            run,
            run + "/rejects",
            run + "/undo",
            sent,
            "/quarantine",
            "/quarantine/load?all=1",
            work,
            "/submissions",
            "/upload",
            "/schedules",
            "/schedules/simpasar",
            "/health",
            "/audit",
            "/accounts",
            "/me",
            "/sql",
            "/catalogue",
            "/catalogue/usulan_bantuan",
            "/studio",
            studio,
            studio + "/file",
            studio + "/file#raw",
            studio + "/text",
            studio + "/rows",
            studio + "/rows#grid",
            studio + "/plan",
            studio + "/save",
            "/help",
            "/nowhere");
    Screens.look(browser, pages, PICTURES);
  }

  private static String firstRun() {
    browser.open("/runs?outcome=loaded_with_rejects&dataset=dinsos/usulan_bantuan");
    List<WebElement> runs = browser.all("tbody a");
    return String.valueOf(runs.get(runs.size() - 1).getDomAttribute("href"));
  }

  @Test
  @Order(12)
  void theKeyboardIsEnough() {
    browser.driver().manage().deleteAllCookies();
    browser.open("/login");
    assertThat(focused()).isEqualTo("name");
    browser.driver().switchTo().activeElement().sendKeys("dewi\t" + PASSWORD + "\n");
    browser.await("nav");

    browser.driver().findElement(By.tagName("body")).sendKeys("\t");
    assertThat(browser.driver().switchTo().activeElement().getText().toLowerCase(Locale.ROOT))
        .contains("lompat");
  }

  private static String focused() {
    return String.valueOf(browser.driver().switchTo().activeElement().getDomAttribute("id"));
  }

  @Test
  @Order(13)
  void whatPeopleDidIsKept() {
    browser.login("ana", PASSWORD);
    browser.open("/audit");

    assertThat(
            Stream.of(
                "setup",
                "account.add",
                "upload",
                "code.decide",
                "approve",
                "undo",
                "schedule.set",
                "mapping.add",
                "akun pertama disiapkan",
                "jadwal simpasar",
                "versi 1,"))
        .allMatch(act -> browser.text().contains(act));
    browser.choose("action", "approve").click("form[action='/audit'] button").await("tbody");
    assertThat(browser.all("tbody")).isNotEmpty();
    assertThat(browser.text()).contains("disetujui").doesNotContain("schedule.set");
  }
}
