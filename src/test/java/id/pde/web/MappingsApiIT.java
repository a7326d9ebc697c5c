package id.pde.web;

import static id.pde.web.Api.code;
import static id.pde.web.Api.json;
import static id.pde.web.Program.tag;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
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
import org.junit.jupiter.params.provider.ValueSource;

/** Mapping files by the API; and the acts of those who work on mappings and ask in SQL. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class MappingsApiIT {

  private static final Pattern PLACE = Pattern.compile("/(studio/[0-9a-f-]{36}|sql/asked/\\d+)");
  private static final Pattern SAVED = Pattern.compile("/sql/saved/(\\d+)");

  @TempDir private static Path folder;

  private static AttackedCity city;
  private static Program officer;

  @BeforeAll
  static void setUp() {
    city = new AttackedCity(folder);
    city.add(city.admin(), "petugas1", "officer", "");
    officer = Program.of(city.address(), city.visit("petugas1"));
  }

  @AfterAll
  static void stop() {
    if (city != null) {
      city.close();
    }
  }

  private static String yaml(String name) {
    return """
        title: {id: Coba %1$s, en: Try %1$s}
        agency: dinsos
        source: {format: csv, file: ["%1$s*"]}
        target: {table: %1$s, key: [kode], load: merge}
        columns:
          kode: {from: KODE, type: text, required: true}
        """
        .formatted(name);
  }

  private static String audit(String action) {
    return city.admin().get("/audit?action=" + action).body();
  }

  private static HttpResponse<String> added(String name) {
    return officer.yaml("PUT", "/mappings/dinsos/" + name, yaml(name), "If-None-Match", "*");
  }

  @Test
  void aMappingIsListedReadAndTagged() throws IOException {
    Path file = city.mappings().resolve("dinsos/titipan.yaml");
    JsonNode all = json(officer.get("/mappings"));
    assertThat(all.findValuesAsText("id")).contains("dinsos/titipan", "dkupp/pasar");
    assertThat(all.findValuesAsText("id")).noneMatch(id -> id.startsWith("codes/"));

    HttpResponse<String> one = officer.get("/mappings/dinsos/titipan");

    assertThat(one.body()).isEqualTo(Files.readString(file));
    assertThat(one.headers().firstValue("Content-Type").orElse("")).startsWith("application/yaml");
    assertThat(all.findValuesAsText("sha256")).contains(tag(one).replace("\"", ""));
    assertThat(officer.get("/mappings/dinsos/titipan", "If-None-Match", tag(one)).statusCode())
        .isEqualTo(304);
    assertThat(code(officer.get("/mappings/dinsos/tiada"))).isEqualTo("404 api.missing");
  }

  @Test
  void aTextIsCheckedAsTheCommandLineDoes() {
    String broken = yaml("uji_periksa").replace("type: text", "type: txt");

    JsonNode checked = json(officer.yaml("POST", "/mappings/dinsos/uji_periksa/check", broken));

    assertThat(checked.get("usable").asBoolean()).isFalse();
    JsonNode fault = checked.get("faults").get(0);
    assertThat(fault.get("line").asLong()).isEqualTo(6);
    assertThat(fault.get("column").asInt()).isPositive();
    assertThat(fault.get("severity").asText()).isEqualTo("refuse");
    assertThat(fault.get("text").asText()).contains("^", "fix:");
    JsonNode fine =
        json(officer.yaml("POST", "/mappings/dinsos/uji_periksa/check", yaml("uji_periksa")));
    assertThat(fine.get("usable").asBoolean()).isTrue();
    assertThat(city.mappings().resolve("dinsos/uji_periksa.yaml")).doesNotExist();
    JsonNode taken =
        json(officer.yaml("POST", "/mappings/dinsos/uji_periksa/check", yaml("titipan")));
    assertThat(taken.get("usable").asBoolean()).isFalse();
  }

  @Test
  void aMappingIsSavedOnlyOverWhatWasRead() throws IOException {
    HttpResponse<String> made = added("uji_simpan");
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    Path file = city.mappings().resolve("dinsos/uji_simpan.yaml");
    assertThat(file).hasContent(yaml("uji_simpan"));
    assertThat(json(officer.get("/mappings")).findValuesAsText("id")).contains("dinsos/uji_simpan");

    String other = yaml("uji_simpan").replace("Coba", "Diganti");
    String place = "/mappings/dinsos/uji_simpan";
    assertThat(code(added("uji_simpan"))).isEqualTo("412 mapping.changed");
    assertThat(code(officer.yaml("PUT", place, other))).isEqualTo("428 mapping.condition");
    HttpResponse<String> changed = officer.yaml("PUT", place, other, "If-Match", tag(made));
    assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
    assertThat(file).hasContent(other);
    HttpResponse<String> late = officer.yaml("PUT", place, other, "If-Match", tag(made));
    assertThat(code(late)).isEqualTo("412 mapping.changed");
    assertThat(json(late).get("sha256").asText()).isEqualTo(tag(changed).replace("\"", ""));
    assertThat(audit("mapping.add")).contains("pemetaan dinsos/uji_simpan");
    assertThat(audit("mapping.change")).contains("pemetaan dinsos/uji_simpan");
    try (Stream<Path> left = Files.list(file.resolveSibling("."))) {
      assertThat(left.map(Path::toString)).noneMatch(name -> name.contains("uji_simpan.yaml-"));
    }
  }

  @Test
  void versionsAreNumberedAndAnOldOneComesBackAsANewOne() throws IOException {
    String place = "/mappings/dinsos/uji_versi";
    HttpResponse<String> made = added("uji_versi");
    assertThat(json(made).get("version").asInt()).isEqualTo(1);
    Path file = city.mappings().resolve("dinsos/uji_versi.yaml");
    Files.writeString(file, yaml("uji_versi") + "# tangan\n");

    JsonNode all = json(officer.get(place + "/versions"));
    assertThat(all.findValuesAsText("version")).containsExactly("2", "1");
    assertThat(all.findValuesAsText("who")).containsExactly("file", "petugas1");
    assertThat(all.findValuesAsText("in_force")).containsExactly("true", "false");
    assertThat(json(officer.get(place + "/versions/1")).get("yaml").asText())
        .isEqualTo(yaml("uji_versi"));
    assertThat(code(officer.get(place + "/versions/3"))).isEqualTo("404 api.missing");

    String restore = place + "/versions/1/restore";
    assertThat(code(officer.post(restore))).isEqualTo("428 mapping.condition");
    assertThat(code(officer.post(restore, "If-Match", tag(made)))).isEqualTo("412 mapping.changed");
    HttpResponse<String> back =
        officer.post(
            restore + "?note=kembali", "If-Match", "\"" + all.get(0).get("sha256").asText() + "\"");
    assertThat(back.statusCode()).as(back.body()).isEqualTo(200);
    assertThat(json(back).get("version").asInt()).isEqualTo(3);
    assertThat(file).hasContent(yaml("uji_versi"));
    JsonNode newest = json(officer.get(place + "/versions")).get(0);
    assertThat(newest.get("restored").asInt()).isEqualTo(1);
    assertThat(newest.get("note").asText()).isEqualTo("kembali");
    assertThat(audit("mapping.restore")).contains("pemetaan dinsos/uji_versi", "versi 3, ");
  }

  @Test
  void aVersionThatDoesNotPassTheCheckStaysWhereItIs() throws IOException {
    String place = "/mappings/dinsos/uji_cacat";
    added("uji_cacat");
    Path file = city.mappings().resolve("dinsos/uji_cacat.yaml");
    Files.writeString(file, "title: rusak\n");
    JsonNode hand = json(officer.get(place + "/versions")).get(0);
    officer.yaml(
        "PUT",
        place,
        yaml("uji_cacat") + "# lagi\n",
        "If-Match",
        "\"" + hand.get("sha256").asText() + "\"");

    HttpResponse<String> answer = officer.post(place + "/versions/2/restore", "If-Match", "*");

    assertThat(code(answer)).as(answer.body()).isEqualTo("422 mapping.faulty");
    assertThat(json(answer).get("faults")).isNotEmpty();
    assertThat(file).content().contains("# lagi");
    Files.delete(file);
    assertThat(json(officer.get(place + "/versions")).findValuesAsText("in_force"))
        .containsOnly("false");
    HttpResponse<String> back = officer.post(place + "/versions/1/restore", "If-None-Match", "*");
    assertThat(back.statusCode()).as(back.body()).isEqualTo(201);
    assertThat(json(back).get("version").asInt()).isEqualTo(4);
    assertThat(file).hasContent(yaml("uji_cacat"));
  }

  @Test
  void aFaultyTextIsNotSaved() {
    HttpResponse<String> answer =
        officer.yaml(
            "PUT",
            "/mappings/dinsos/uji_salah",
            yaml("uji_salah").replace("key: [kode]", "key: [tiada]"),
            "If-None-Match",
            "*");

    assertThat(code(answer)).isEqualTo("422 mapping.faulty");
    assertThat(json(answer).get("faults")).isNotEmpty();
    assertThat(city.mappings().resolve("dinsos/uji_salah.yaml")).doesNotExist();
  }

  @Test
  void whatIsNoTextOfAMappingIsRefused() {
    String place = "/mappings/dinsos/uji_isi/check";

    assertThat(code(officer.yaml("POST", place, "#".repeat(1_000_001))))
        .isEqualTo("413 mapping.too-long");
    assertThat(code(officer.postJson(place, "{}"))).isEqualTo("415 api.media");
    Api api = new Api(city.address());
    HttpRequest.Builder bytes =
        api.to(place)
            .header("Content-Type", "application/yaml")
            .POST(BodyPublishers.ofByteArray(new byte[] {'a', ':', ' ', (byte) 0xe9}));
    assertThat(code(api.ask(bytes, officer.token()))).isEqualTo("400 mapping.charset");
    assertThat(code(officer.get("/mappings/dinsos/titipan/versions", "Accept", "image/png")))
        .isEqualTo("406 api.refused");
  }

  /** A file in the place of the folder: nobody, not even root, writes below it. */
  @Test
  void whereTheServerCannotWriteNothingIsLost() throws IOException {
    Files.writeString(
        city.mappings().resolve("agencies.yaml"),
        "\ntertutup: {name: Dinas Tertutup}\n",
        StandardOpenOption.APPEND);
    Files.writeString(city.mappings().resolve("tertutup"), "");
    String yaml = yaml("uji_tutup").replace("agency: dinsos", "agency: tertutup");

    String place = "/mappings/tertutup/uji_tutup";
    HttpResponse<String> checked = officer.yaml("POST", place + "/check", yaml);
    for (int tries = 0; tries < 50 && !json(checked).get("usable").asBoolean(); tries++) {
      AttackedCity.pause();
      checked = officer.yaml("POST", place + "/check", yaml);
    }
    HttpResponse<String> answer = officer.yaml("PUT", place, yaml, "If-None-Match", "*");

    assertThat(code(answer)).as(answer.body()).isEqualTo("409 mapping.read-only");
    assertThat(audit("mapping.refused")).contains("pemetaan tertutup/uji_tutup", "hanya baca");
  }

  @Test
  void aLinkOrAFolderIsNoMapping() throws IOException {
    Files.createDirectory(city.mappings().resolve("dinsos/uji_folder.yaml"));
    Path secret = Files.writeString(city.home().resolve("di-luar.yaml"), "rahasia: 1\n");
    Files.createSymbolicLink(city.mappings().resolve("dinsos/uji_tautan.yaml"), secret);

    for (String name : List.of("uji_folder", "uji_tautan")) {
      String place = "/mappings/dinsos/" + name;
      assertThat(code(officer.get(place))).isEqualTo("404 api.missing");
      assertThat(code(officer.yaml("PUT", place, yaml(name), "If-Match", "*")))
          .isEqualTo("404 api.missing");
    }
    assertThat(secret).hasContent("rahasia: 1");
    Files.delete(city.mappings().resolve("dinsos/uji_folder.yaml"));
    Files.delete(city.mappings().resolve("dinsos/uji_tautan.yaml"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/mappings/codes/agama",
        "/mappings/dinsos/..%2F..%2Fsecrets",
        "/mappings/..%2Fhome/x",
        "/mappings/dinsos/.titipan",
        "/mappings/DINSOS/titipan"
      })
  void noNameLeadsElsewhere(String path) {
    assertThat(officer.get(path).statusCode()).isIn(400, 404);
    assertThat(officer.yaml("PUT", path, yaml("x"), "If-None-Match", "*").statusCode())
        .isIn(400, 404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"dinsos1", "analis1"})
  void onlyOfficersReachMappings(String name) {
    Program program = Program.of(city.address(), city.visit(name));
    String place = "/mappings/dinsos/titipan";

    assertThat(code(program.get("/mappings"))).isEqualTo("403 api.denied");
    assertThat(code(program.get(place))).isEqualTo("403 api.denied");
    assertThat(code(program.get("/mappings/dinsos/tiada"))).isEqualTo("403 api.denied");
    assertThat(code(program.yaml("POST", place + "/check", "x"))).isEqualTo("403 api.denied");
    for (String version : List.of("/versions", "/versions/1")) {
      assertThat(code(program.get(place + version))).isEqualTo("403 api.denied");
    }
    assertThat(code(program.post(place + "/versions/1/restore"))).isEqualTo("403 api.denied");
    assertThat(code(program.yaml("PUT", place, yaml("titipan"), "If-Match", "\"x\"")))
        .isEqualTo("403 api.denied");
  }

  private static String place(HttpResponse<String> answer) {
    Matcher place = PLACE.matcher(Visit.location(answer));
    assertThat(place.find()).as(answer.statusCode() + " " + Visit.location(answer)).isTrue();
    return place.group();
  }

  @Test
  void workInTheStudioIsNoted() {
    Visit visit = city.visit("petugas1");
    long run = city.sent(visit, "dinsos", "titipan_s.csv", "KODE;NILAI\nS;1\n");
    String sample =
        place(
            visit.uploadTo(
                "/studio",
                visit.token("/studio"),
                List.of("agency", "dinsos", "dataset", "uji_studio"),
                "uji_studio.csv",
                "KODE\nA\n".getBytes(StandardCharsets.UTF_8)));
    String opened =
        place(
            visit.uploadTo(
                "/studio/open",
                visit.token("/studio"),
                List.of("mapping", "dinsos/titipan"),
                "",
                new byte[0]));
    visit.post(sample + "/text", sample + "/text", "yaml", "");
    assertThat(visit.get(sample + "/text").body()).contains("draf ini masih kosong");
    visit.post("/studio", sample + "/remove");

    assertThat(audit("studio.sample")).contains("pemetaan dinsos/uji_studio");
    assertThat(audit("studio.open")).contains("pemetaan dinsos/titipan", "run " + run);
    assertThat(audit("studio.remove")).contains("pemetaan dinsos/uji_studio");
    assertThat(visit.get(opened).statusCode()).isEqualTo(200);
    assertThat(visit.get(sample).statusCode()).isEqualTo(404);
  }

  @Test
  void questionsInSqlAreNotedWithoutTheirText() {
    Visit visit = city.visit("analis1");
    String asked = place(visit.post("/sql", "/sql/ask", "statement", "SELECT 'rahasia' AS nama"));
    for (int tries = 0; tries < 200; tries++) {
      if (visit.get(asked).headers().firstValue("Refresh").isEmpty()) {
        break;
      }
      AttackedCity.pause();
    }
    assertThat(visit.get(asked + "/csv").body()).contains("rahasia");
    String endless = place(visit.post("/sql", "/sql/ask", "statement", "SELECT pg_sleep(60)"));
    visit.post("/sql", endless + "/stop");
    visit.post("/sql", "/sql/saved", "name", "tanya", "statement", "SELECT 'rahasia'");
    Matcher saved = SAVED.matcher(visit.get("/sql").body());
    assertThat(saved.find()).isTrue();
    visit.post("/sql", "/sql/saved/" + saved.group(1) + "/remove");

    for (String act :
        List.of("sql.ask", "sql.export", "sql.exported", "sql.stop", "sql.save", "sql.remove")) {
      assertThat(audit(act)).as(act).contains("analis1").doesNotContain("rahasia");
    }
    assertThat(audit("sql.exported")).contains("csv, 1");
    assertThat(audit("sql.save")).contains("tanya");
  }
}
