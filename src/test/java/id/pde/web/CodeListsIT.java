package id.pde.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

/** Code lists and the spellings that people give a meaning: by page and by program. */
@Timeout(value = 8, unit = TimeUnit.MINUTES)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CodeListsIT {

  private static final Path SAMPLE = Path.of("src/main/demo/dinsos/usulan_bantuan_2025_tw1.csv");
  private static final Path PICTURES = Path.of("target/screens");

  @TempDir private static Path folder;

  private static ConsoleServer console;
  private static Visit agency;
  private static Api api = new Api("");
  private static String word = "";

  @BeforeAll
  static void setUp() throws Exception {
    console = ConsoleServer.start(folder.resolve("server"));
    WaitingCity city = WaitingCity.of(console);
    agency = city.agency();
    api = new Api(console.address());
    word = ApiPeople.token(city.officer());
    city.sent("usulan_bantuan_2025_tw1.csv", Files.readString(SAMPLE));
  }

  @AfterAll
  static void stop() {
    if (console != null) {
      console.close();
    }
  }

  @Test
  @Order(1)
  void anOfficerLooksIntoListsAndTeachesASpelling() throws IOException {
    try (Browser browser = new Browser(console.address(), folder.resolve("profile"))) {
      browser.login(FirstAccount.NAME, FirstAccount.PASSWORD);
      browser.open("/codes");
      assertThat(browser.text()).contains("Islm", "Mungkin maksudnya", "ISLAM");
      browser.click("a[href='/codes/lists']").click("a[href='/codes/lists/pekerjaan']");
      browser.fill("value", " Ibu  RT ").fill("code", "MENGURUS RUMAH TANGGA");
      browser.fill("why", "sebutan <b>lurah</b>").send("/codes/lists/pekerjaan/add");
      assertThat(browser.text()).contains("Disimpan: Ibu RT = 2", "sebutan <b>lurah</b>");
      assertThat(decisions()).containsPattern("(?m)^Ibu RT,2,ana,[^,]+,sebutan <b>lurah</b>$");

      browser.fill("value", "Ibu RT").fill("code", "2").send("/codes/lists/pekerjaan/add");
      assertThat(browser.text()).contains("sudah dikenal: berarti 2");
      browser.fill("value", "Penyair").fill("code", "999").send("/codes/lists/pekerjaan/add");
      assertThat(browser.text()).contains("tidak mengenal satu kode \"999\"");

      browser.fill("q", "ibu rt").click("form[role=search] button").await("tbody");
      assertThat(browser.all("table")).hasSize(2);
      assertThat(browser.text()).contains("MENGURUS RUMAH TANGGA").doesNotContain("PENSIUNAN");
      Screens.look(
          browser,
          List.of(
              "/codes",
              "/codes/lists",
              "/codes/lists/wilayah",
              "/codes/lists/wilayah?page=10",
              "/codes/lists/pekerjaan"),
          PICTURES);
      browser.open("/codes/lists");
      browser.driver().executeScript("location.href = '/codes/lists/nowhere'");
      browser.await("a.button[href='/codes/lists']");
      assertThat(browser.text()).contains("Halaman tidak ada", "Kembali", "Beranda");
    }
  }

  private static String decisions() throws IOException {
    return Files.readString(console.mappings().resolve("codes/pekerjaan.decisions.csv"));
  }

  @Test
  @Order(2)
  void programsReadListsAndTakeASpellingBack() throws IOException {
    JsonNode lists = Api.json(api.get("/codes/lists", word, "application/json"));
    assertThat(lists.findValuesAsText("list")).contains("agama", "pekerjaan", "wilayah");
    assertThat(lists.toString()).contains("\"dinsos/usulan_bantuan\":[\"kelurahan\"]");
    JsonNode regions =
        Api.json(api.get("/codes/lists/wilayah?limit=2&after=1", word, "application/json"));
    assertThat(regions.get("next").asInt()).isEqualTo(3);
    assertThat(regions.get("codes").findValuesAsText("code")).hasSize(2);
    JsonNode found =
        Api.json(api.get("/codes/lists/wilayah?q=kademangan", word, "application/json"));
    assertThat(found.get("codes").findValuesAsText("level")).contains("kecamatan", "kelurahan");
    assertThat(found.get("next").isNull()).isTrue();

    String withdraw = "/codes/lists/pekerjaan/synonyms/withdraw?value=ibu%20rt";
    JsonNode gone = Api.json(api.post(withdraw, word));
    assertThat(gone.get("value").asText()).isEqualTo("Ibu RT");
    assertThat(decisions()).doesNotContain("Ibu RT").contains("IRT,2,walidata");
    assertThat(Api.code(api.post(withdraw, word))).isEqualTo("404 code.refused");
    String add = "/codes/lists/pekerjaan/synonyms?value=Mak%20RT&code=2";
    assertThat(Api.json(api.post(add, word)).get("code").asText()).isEqualTo("2");
    assertThat(Api.code(api.post(add, word))).isEqualTo("409 code.refused");
    assertThat(Api.code(api.get("/codes/lists/nowhere", word, "*/*"))).startsWith("404 ");
    for (String act : List.of("code.add", "code.withdraw")) {
      assertThat(api.get("/audit?action=" + act, word, "application/json").body())
          .contains("list pekerjaan", "\"detail\":\"2\"");
    }
  }

  @Test
  @Order(3)
  void theyAreNotForAgencies() {
    String token = ApiPeople.token(agency);
    assertThat(Api.code(api.get("/codes/lists", token, "*/*"))).isEqualTo("403 api.denied");
    assertThat(Api.code(api.post("/codes/lists/agama/synonyms?value=x&code=1", token)))
        .isEqualTo("403 api.denied");
    assertThat(agency.get("/codes/lists/agama").statusCode()).isEqualTo(403);
  }
}
