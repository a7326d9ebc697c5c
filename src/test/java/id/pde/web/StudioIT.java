package id.pde.web;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.run.studio.MappingShelf;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The studio through HTTP: what it does for officers, and what it does not do for others. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class StudioIT {

  private static final Pattern SAMPLE = Pattern.compile("/studio/[0-9a-f-]{36}");
  private static final String EVIL = "<img src=x onerror=alert(1)>\"'&";

  private static final String FILE =
      """
      KODE;NAMA;NIK;TANGGAL;%s
      A1;Siti Aminah;3574014107800001;01/02/2025;1
      A2;Budi Santoso;3574010101900002;15/03/2025;2
      A3;Citra Dewi;3574014101950003;31/02/2025;3
      A4;Dedi Irawan;3574010505850004;17/04/2025;4
      A5;Eka Putri;3574014506910005;18/04/2025;5
      A6;Fajar Hadi;3574010707880006;19/04/2025;6
      """
          .formatted("\"" + EVIL.replace("\"", "\"\"") + "\"");

  @TempDir private static Path folder;

  private static AttackedCity city;
  private static Visit officer;

  @BeforeAll
  static void start() {
    city = new AttackedCity(folder.resolve("server"));
    Visit admin = city.admin();
    city.add(admin, "petugas1", "officer", "");
    city.add(admin, "penyetuju1", "approver", "");
    officer = city.visit("petugas1");
  }

  @AfterAll
  static void stop() {
    if (city != null) {
      city.close();
    }
  }

  private static String opened(Visit visit, String dataset, String name, String content) {
    return opened(visit, "dinsos", dataset, name, content);
  }

  private static String opened(
      Visit visit, String agency, String dataset, String name, String content) {
    HttpResponse<String> answer = sent(visit, agency, dataset, name, content);
    Matcher sample = SAMPLE.matcher(Visit.location(answer));
    assertThat(sample.find()).as(answer.statusCode() + " " + answer.body()).isTrue();
    String page = sample.group();
    for (int tries = 0; tries < 200; tries++) {
      if (visit.get(page).headers().firstValue("Refresh").isEmpty()) {
        return page;
      }
      AttackedCity.pause();
    }
    throw new AssertionError("no proposal for " + name);
  }

  private static HttpResponse<String> sent(
      Visit visit, String agency, String dataset, String name, String content) {
    return visit.uploadTo(
        "/studio",
        visit.token("/studio"),
        List.of("agency", agency, "dataset", dataset),
        name,
        content.getBytes(StandardCharsets.UTF_8));
  }

  private static String draft(String page) {
    return officer.get(page + "/draft").body();
  }

  private static void write(String page, String yaml) {
    assertThat(officer.post(page + "/text", page + "/text", "yaml", yaml).statusCode())
        .isEqualTo(302);
  }

  @Test
  void aSampleIsLookedAtAndNeverLoaded() {
    String page = opened(officer, "lihat", "lihat.csv", FILE);

    assertThat(draft(page)).contains("table: lihat", "nik: {from: NIK, type: nik", "type: date");
    assertThat(officer.get(page).body()).contains("6</span>", "pribadi-umum");
    assertThat(officer.get(page + "/rows").body())
        .contains("date.impossible", "line 4", "2025-02-01")
        .doesNotContain("3574014107800001")
        .doesNotContain("Siti Aminah");
    assertThat(officer.get(page + "/file").body())
        .contains("KODE", "[REDACTED]")
        .doesNotContain("3574014107800001")
        .doesNotContain("Siti Aminah");
    officer.post(page + "/plan", page + "/plan");
    assertThat(awaited(page + "/plan", "warehouse.lihat")).doesNotContain("Siti Aminah");
    assertThat(officer.get("/runs").body()).doesNotContain("lihat.csv");
    assertThat(city.mappings().resolve("dinsos/lihat.yaml")).doesNotExist();
  }

  private static String awaited(String page, String text) {
    String body = "";
    for (int tries = 0; tries < 300; tries++) {
      body = officer.get(page).body();
      if (body.contains(text)) {
        return body;
      }
      AttackedCity.pause();
    }
    throw new AssertionError("no \"" + text + "\" on " + page + ": " + body);
  }

  @Test
  void headingsAndNamesAreNoMarkup() {
    String page = opened(officer, "judul", EVIL.replace('/', ' ') + ".csv", FILE);

    for (String tab : List.of("", "/file", "/text", "/rows", "/plan", "/save")) {
      assertThat(officer.get(page + tab).body()).as(tab).doesNotContain("<img src=x");
    }
    assertThat(officer.get("/studio").body()).doesNotContain("<img src=x");
    assertThat(officer.get(page + "/text").body()).contains("&lt;img src=x");
  }

  @Test
  void theSampleOfSomebodyElseIsNotThere() {
    String page = opened(city.admin(), "punyaku", "punyaku.csv", FILE);

    for (String tab : List.of("", "/file", "/text", "/rows", "/plan", "/save", "/draft")) {
      assertThat(officer.get(page + tab).statusCode()).as(tab).isEqualTo(404);
    }
    for (String act : List.of("text", "columns", "file", "rows", "plan", "save", "load", "base")) {
      assertThat(officer.post("/studio", page + "/" + act, "yaml", "x").statusCode())
          .as(act)
          .isEqualTo(404);
    }
    assertThat(officer.post("/studio", page + "/remove").statusCode()).isEqualTo(404);
    assertThat(city.admin().get(page).statusCode()).isEqualTo(200);
    assertThat(officer.get("/studio/nothing").statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"dinsos1", "analis1", "penyetuju1"})
  void othersHaveNoStudio(String name) {
    Visit other = city.visit(name);
    String page = opened(officer, "rahasia", "rahasia.csv", FILE);

    assertThat(other.get("/studio").statusCode()).isEqualTo(403);
    assertThat(other.get(page).statusCode()).isEqualTo(403);
    assertThat(other.get(page + "/draft").statusCode()).isEqualTo(403);
    assertThat(other.post("/me", page + "/save").statusCode()).isEqualTo(403);
    assertThat(other.get("/").body()).doesNotContain("href=\"/studio\"");
    assertThat(city.stranger().get("/studio").statusCode()).isEqualTo(302);
  }

  @Test
  void nothingIsDoneWithoutTheTokenOfThePage() {
    String page = opened(officer, "token", "token.csv", FILE);
    String before = draft(page);

    for (String act : List.of("text", "save", "load", "remove", "columns", "plan")) {
      assertThat(officer.postBare(page + "/" + act, "yaml", "evil: yes").statusCode())
          .as(act)
          .isEqualTo(403);
    }
    HttpResponse<String> upload =
        officer.uploadTo(
            "/studio",
            "no",
            List.of("agency", "dinsos", "dataset", "x"),
            "x.csv",
            FILE.getBytes(StandardCharsets.UTF_8));
    assertThat(upload.statusCode()).isEqualTo(403);
    assertThat(draft(page)).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource({
    "dinsos,../x",
    "dinsos,..%2fx",
    "dinsos,/etc/x",
    "..,x",
    "codes,x",
    "dinsos,UPPER",
    "dinsos,''",
    "nobody,x"
  })
  void theNameOfAMappingIsNoPath(String agency, String dataset) throws IOException {
    HttpResponse<String> answer = sent(officer, agency, dataset, "x.csv", FILE);

    assertThat(Visit.location(answer)).endsWith("/studio");
    assertThat(officer.get("/studio").body()).contains("huruf kecil");
    try (Stream<Path> files = Files.walk(city.home().getParent())) {
      assertThat(files.map(Path::toString)).noneMatch(file -> file.endsWith("/x.yaml"));
    }
  }

  @Test
  void yamlBombsAreFaultsWithAPlace() {
    String page = opened(officer, "bom", "bom.csv", FILE);
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 12; i++) {
      String item = "*a" + (i - 1);
      bomb.append("a").append(i).append(": &a").append(i).append(" [");
      bomb.append(String.join(", ", Collections.nCopies(10, item))).append("]\n");
    }

    write(page, bomb.toString());
    assertThat(officer.get(page + "/text").body()).contains("mappings/dinsos/bom.yaml:", "100.000");
    assertThat(officer.get(page).statusCode()).isEqualTo(200);
    write(page, "!!javax.script.ScriptEngineManager [x]");
    assertThat(officer.get(page + "/text").body()).contains("bom.yaml:1:1", "tanda YAML");
    write(page, "columns: &c\n  a: *c\n");
    assertThat(officer.get(page).statusCode()).isEqualTo(200);
    write(page, "x: [".repeat(40));
    assertThat(officer.get(page + "/text").body()).contains("bom.yaml:1");
    write(page, "");
    assertThat(officer.get(page + "/text").body()).contains("draf ini masih kosong");
  }

  @Test
  void aFormThatIsCutTakesNoColumnOut() {
    String page = opened(officer, "potong", "potong.csv", FILE);
    String before = draft(page);

    officer.post(page, page + "/columns", "was.0", "kode", "name.0", "kode");
    assertThat(officer.get(page).body()).contains("tidak sampai utuh");
    assertThat(draft(page)).isEqualTo(before);

    officer.post(page, page + "/columns", "was.0", "kode", "name.0", "kode", "whole", "yes");
    assertThat(draft(page)).doesNotContain("kode:");
  }

  @Test
  void aLongTextIsCheckedLikeAnyOther() {
    String page = opened(officer, "panjang", "panjang.csv", FILE);
    String yaml = draft(page) + "# x".repeat(70_000) + "\n";

    write(page, yaml);

    assertThat(draft(page)).isEqualTo(yaml);
    assertThat(officer.get(page + "/text").statusCode()).isEqualTo(200);
    assertThat(
            officer
                .post(page + "/text", page + "/text", "yaml", "x".repeat(1_000_001))
                .statusCode())
        .isEqualTo(302);
    assertThat(draft(page)).isEqualTo(yaml);
  }

  @Test
  void aFaultIsToldInTheWordsOfCheckAndNothingIsSaved() {
    String page = opened(officer, "salah", "salah.csv", FILE);
    write(page, draft(page).replace("type: date", "type: data"));

    assertThat(officer.get(page + "/text").body())
        .contains("mappings/dinsos/salah.yaml:", "perbaikan:", "^");
    officer.post(page + "/text", page + "/save");
    assertThat(city.mappings().resolve("dinsos/salah.yaml")).doesNotExist();
  }

  @Test
  void aMappingIsSavedOnlyOverTheFileThatWasOpened() throws IOException {
    String page = opened(officer, "simpan", "simpan.csv", FILE);
    officer.post(page + "/save", page + "/save");
    Path file = city.mappings().resolve("dinsos/simpan.yaml");
    assertThat(file).hasContent(draft(page));

    Files.writeString(file, Files.readString(file) + "# theirs\n");
    write(page, draft(page) + "# mine\n");
    officer.post(page + "/save", page + "/save");

    assertThat(file).content().contains("# theirs").doesNotContain("# mine");
    assertThat(officer.get(page + "/save").body())
        .contains("berubah sejak dibuka", "# theirs", "# mine");
    officer.post(page + "/save", page + "/base", "take", "mine");
    officer.post(page + "/save", page + "/save");
    assertThat(file).content().contains("# mine").doesNotContain("# theirs");
    assertThat(city.admin().get("/audit").body())
        .contains("mapping.add</span>", "mapping.change</span>");
  }

  @Test
  void anOldVersionIsShownWithItsDifferencesAndRestored() throws IOException {
    String page = opened(officer, "versi", "versi.csv", FILE);
    officer.post(page + "/save", page + "/save", "note", "pertama " + EVIL);
    Path file = city.mappings().resolve("dinsos/versi.yaml");
    String first = Files.readString(file);
    Files.writeString(file, first + "# tangan\n");

    String versions = "/datasets/dinsos/versi/versions";
    assertThat(officer.get(versions).body())
        .contains("petugas1", "pertama &lt;img", "berkas", "berlaku")
        .doesNotContain("<img src=x");
    assertThat(officer.get(versions + "/2").body()).contains("# tangan", "diubah di luar PDE");
    assertThat(officer.get(versions + "/9").statusCode()).isEqualTo(404);
    String one = officer.get(versions + "/1").body();
    assertThat(one).contains("Pulihkan versi 1", "Dibanding versi 2 yang berlaku");
    Matcher base = Pattern.compile("name=\"base\" value=\"([0-9a-f]{64})\"").matcher(one);
    assertThat(base.find()).isTrue();

    Files.writeString(file, first + "# orang lain\n");
    String restore = versions + "/1/restore";
    HttpResponse<String> late = officer.post(versions + "/1", restore, "base", base.group(1));
    assertThat(Visit.location(late)).endsWith(versions + "/1");
    assertThat(officer.get(versions + "/1").body()).contains("baru saja diubah orang lain");
    assertThat(file).content().contains("# orang lain");
    String now = MappingShelf.digest(Optional.of(Files.readString(file)));
    HttpResponse<String> back =
        officer.post(versions + "/1", restore, "base", now, "note", "kembali");
    assertThat(Visit.location(back)).endsWith(versions + "/4");
    assertThat(file).hasContent(first);
    assertThat(officer.get(versions + "/4").body()).contains("versi 1 dipulihkan", "kembali");
    assertThat(officer.get("/datasets/dinsos/versi").body())
        .contains("versi pemetaan 4: versi 1 dipulihkan", "diubah di luar PDE");
    assertThat(officer.get(versions + "/1/yaml").body()).isEqualTo(first);
    assertThat(city.admin().get("/audit?action=mapping.restore").body())
        .contains("pemetaan dinsos/versi", "versi 4");
    for (String name : List.of("dinsos1", "analis1")) {
      Visit other = city.visit(name);
      assertThat(other.get(versions).statusCode()).isEqualTo(403);
      assertThat(other.get(versions + "/1/yaml").statusCode()).isEqualTo(403);
      assertThat(other.post("/me", restore, "base", now).statusCode()).isEqualTo(403);
    }
  }

  @Test
  void aFolderThatCannotBeWrittenGetsADownload() throws IOException {
    Path agencies = city.mappings().resolve("agencies.yaml");
    Files.writeString(agencies, Files.readString(agencies) + "\nuji: {name: Uji}\n");
    // Where the folder should be is something else: not even the owner of the machine gets past.
    Path obstacle = Files.writeString(city.mappings().resolve("uji"), "no folder");
    awaited("/studio", "value=\"uji\"");
    String page = opened(officer, "uji", "baca", "baca.csv", FILE);

    officer.post(page + "/save", page + "/save");

    assertThat(officer.get(page + "/save").body()).contains("tidak boleh menulis");
    assertThat(obstacle).hasContent("no folder");
    HttpResponse<String> download = officer.get(page + "/draft");
    assertThat(download.body()).contains("table: baca");
    assertThat(download.headers().firstValue("Content-Disposition").orElse(""))
        .contains("attachment", "baca.yaml");
  }

  @Test
  void whatCannotBeReadSaysSo() {
    String page = opened(officer, "rusak", "rusak.xlsx", "PK\u0003\u0004 not a workbook");

    assertThat(officer.get(page).body()).contains("role=\"alert\"");
    assertThat(officer.get(page + "/file").statusCode()).isEqualTo(200);
    assertThat(officer.get(page + "/text").statusCode()).isEqualTo(200);
    assertThat(officer.get(page + "/rows").statusCode()).isEqualTo(200);
    assertThat(officer.get(page + "/save").statusCode()).isEqualTo(200);
  }

  @Test
  void aSampleThatWasThrownAwayIsGone() throws IOException {
    String page = opened(officer, "buang", "buang.csv", FILE);
    Path kept = city.home().resolve("work").resolve(page.substring(1));
    assertThat(kept).isDirectory();

    officer.post(page, page + "/remove");

    assertThat(kept).doesNotExist();
    assertThat(officer.get(page).statusCode()).isEqualTo(404);
  }
}
