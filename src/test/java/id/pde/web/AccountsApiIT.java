package id.pde.web;

import static id.pde.web.Api.code;
import static id.pde.web.Api.json;
import static id.pde.web.Program.tag;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Accounts and tokens by the API, and what becomes of those who want those of others. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class AccountsApiIT {

  private static final String PASSWORD = FirstAccount.PASSWORD;

  @TempDir private static Path folder;

  private static AttackedCity city;
  private static Program admin;
  private static Program officer;
  private static Program agency;
  private static Program analyst;

  @BeforeAll
  static void setUp() {
    city = new AttackedCity(folder);
    Visit first = city.admin();
    city.add(first, "petugas1", "officer", "");
    admin = Program.of(city.address(), first);
    officer = Program.of(city.address(), city.visit("petugas1"));
    agency = Program.of(city.address(), city.visit("dinsos1"));
    analyst = Program.of(city.address(), city.visit("analis1"));
  }

  @AfterAll
  static void stop() {
    if (city != null) {
      city.close();
    }
  }

  private static HttpResponse<String> make(String name, String roles, String... headers) {
    return admin.postJson(
        "/accounts",
        "{'name':'" + name + "','roles':" + roles + ",'password':'" + PASSWORD + "'}",
        headers);
  }

  private static String audit(String action) {
    return city.admin().get("/audit?action=" + action).body();
  }

  @Test
  void anAccountIsMadeChangedAndDisabled() {
    HttpResponse<String> made = make("baru", "['analyst']");
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    assertThat(made.headers().firstValue("Location")).hasValue("/api/v1/accounts/baru");
    assertThat(made.body()).doesNotContain(PASSWORD);
    assertThat(json(admin.get("/accounts")).findValuesAsText("name")).contains("ana", "baru");
    Visit visit = city.visit("baru");

    HttpResponse<String> changed =
        admin.postJson("/accounts/baru/rights", "{'roles':['agency'],'agencies':['dkupp']}");
    assertThat(json(changed).get("agencies").get(0).asText()).isEqualTo("dkupp");
    assertThat(json(changed).get("disabled").asBoolean()).isFalse();
    assertThat(Visit.location(visit.get("/sql"))).endsWith("/login?ended");

    admin.postJson(
        "/accounts/baru/rights", "{'roles':['agency'],'agencies':['dkupp'],'disabled':true}");
    assertThat(city.stranger().login("baru", PASSWORD)).endsWith("/login?wrong");
    assertThat(audit("account.add")).contains("akun baru", "analis");
    assertThat(audit("account.change")).contains("akun baru", "perangkat daerah nonaktif");
  }

  @Test
  void aPasswordIsSetAndSessionsEnd() {
    make("lupa", "['analyst']");
    Visit before = city.visit("lupa");
    assertThat(city.stranger().login("lupa", "bukan-yang-benar")).endsWith("/login?wrong");

    HttpResponse<String> set =
        admin.postJson("/accounts/lupa/password", "{'password':'sawah-senja-perahu'}");

    assertThat(set.statusCode()).as(set.body()).isEqualTo(200);
    assertThat(set.body()).doesNotContain("sawah-senja-perahu");
    assertThat(Visit.location(before.get("/me"))).endsWith("/login?ended");
    Visit after = city.stranger();
    assertThat(after.login("lupa", "sawah-senja-perahu")).endsWith("/");
    assertThat(admin.post("/accounts/lupa/end").statusCode()).isEqualTo(200);
    assertThat(Visit.location(after.get("/me"))).endsWith("/login?ended");
    assertThat(audit("account.password")).contains("akun lupa").doesNotContain("senja");
    assertThat(audit("account.end")).contains("akun lupa");
    assertThat(audit("login.failed")).contains("lupa").doesNotContain("bukan-yang-benar");
  }

  @Test
  void oneOwnPasswordIsNoted() {
    make("sendiri", "['analyst']");
    Visit visit = city.visit("sendiri");
    visit.post(
        "/me",
        "/me/password",
        "old",
        PASSWORD,
        "password",
        "kebun-hujan-lonceng",
        "again",
        "kebun-hujan-lonceng");

    assertThat(audit("account.password")).contains("akun sendiri").doesNotContain("kebun");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'name':'Nama Besar','roles':['analyst'],'password':'jeruk-pagi-kapal'} | 422 account.refused",
        "{'name':'pendek','roles':['analyst'],'password':'pendek'} | 422 account.refused",
        "{'name':'tanpa','password':'jeruk-pagi-kapal'} | 422 account.refused",
        "{'name':'raja','roles':['raja'],'password':'jeruk-pagi-kapal'} | 422 account.role",
        "{'name':'hantu','roles':['agency'],'agencies':['hantu'],'password':'jeruk-pagi-kapal'} | 422 account.refused",
        "{'name':'campur','roles':['agency','admin'],'agencies':['dkupp'],'password':'jeruk-pagi-kapal'} | 422 account.refused",
        "{'name':'ana','roles':['analyst'],'password':'jeruk-pagi-kapal'} | 422 account.refused",
        "{'roles':['analyst'],'password':'jeruk-pagi-kapal'} | 422 account.refused",
        "{'name': | 400 api.body",
        "[] | 400 api.body",
      })
  void whatCannotBeAnAccountIsRefused(String body, String said) {
    HttpResponse<String> answer = admin.postJson("/accounts", body);

    assertThat(code(answer)).isEqualTo(said);
    assertThat(answer.body()).doesNotContain(PASSWORD);
  }

  @Test
  void anotherFormIsRefused() {
    assertThat(code(admin.yaml("POST", "/accounts", "name: x"))).isEqualTo("415 api.media");
  }

  @Test
  void theLastAdministratorStays() {
    assertThat(code(admin.postJson("/accounts/ana/rights", "{'roles':['officer']}")))
        .isEqualTo("422 account.refused");
    assertThat(code(admin.postJson("/accounts/ana/rights", "{'roles':['admin'],'disabled':true}")))
        .isEqualTo("422 account.refused");
    assertThat(admin.get("/accounts").statusCode()).isEqualTo(200);
  }

  @Test
  void anAccountIsMadeOnceForAKey() {
    HttpResponse<String> first = make("kunci", "['analyst']", "Idempotency-Key", "a-1");
    HttpResponse<String> again = make("kunci", "['analyst']", "Idempotency-Key", "a-1");

    assertThat(first.statusCode()).isEqualTo(201);
    assertThat(again.statusCode()).isEqualTo(201);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(code(make("kunci2", "['analyst']", "Idempotency-Key", "a-1")))
        .isEqualTo("422 api.key");
    assertThat(code(make("kunci", "['analyst']"))).isEqualTo("422 account.refused");
    assertThat(code(make("kunci3", "[]", "Idempotency-Key", "a-2")))
        .isEqualTo("422 account.refused");
    assertThat(make("kunci3", "['analyst']", "Idempotency-Key", "a-2").statusCode()).isEqualTo(201);
  }

  @Test
  void oneAccountIsTaggedAndChangedOnlyAsItWasRead() {
    make("tanda", "['analyst']");
    HttpResponse<String> read = admin.get("/accounts/tanda");
    String tag = tag(read);

    assertThat(tag).matches("\"[0-9a-f]{64}\"");
    HttpResponse<String> same = admin.get("/accounts/tanda", "If-None-Match", tag);
    assertThat(same.statusCode()).isEqualTo(304);
    assertThat(same.body()).isEmpty();
    admin.postJson("/accounts/tanda/rights", "{'roles':['approver']}", "If-Match", tag);
    assertThat(admin.get("/accounts/tanda", "If-None-Match", tag).statusCode()).isEqualTo(200);
    assertThat(
            code(admin.postJson("/accounts/tanda/rights", "{'roles':['admin']}", "If-Match", tag)))
        .isEqualTo("412 account.changed");
    assertThat(code(admin.get("/accounts/tiada"))).isEqualTo("404 api.missing");
    assertThat(code(admin.postJson("/accounts/tiada/rights", "{'roles':['admin']}")))
        .isEqualTo("404 api.missing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"petugas1", "dinsos1", "analis1"})
  void onlyAdministratorsKeepAccounts(String name) {
    Program program =
        switch (name) {
          case "petugas1" -> officer;
          case "dinsos1" -> agency;
          default -> analyst;
        };

    assertThat(code(program.get("/accounts"))).isEqualTo("403 api.denied");
    assertThat(code(program.get("/accounts/ana"))).isEqualTo("403 api.denied");
    assertThat(code(program.get("/accounts/" + name))).isEqualTo("403 api.denied");
    assertThat(code(program.get("/accounts/tiada"))).isEqualTo("403 api.denied");
    String rights = "{'roles':['admin']}";
    assertThat(code(program.postJson("/accounts/" + name + "/rights", rights)))
        .isEqualTo("403 api.denied");
    assertThat(code(program.postJson("/accounts/ana/password", "{'password':'" + PASSWORD + "x'}")))
        .isEqualTo("403 api.denied");
    assertThat(code(program.post("/accounts/ana/end"))).isEqualTo("403 api.denied");
    assertThat(code(program.postJson("/accounts", "{'name':'x'}"))).isEqualTo("403 api.denied");
    assertThat(code(new Program(city.address(), "").get("/accounts"))).isEqualTo("401 api.token");
  }

  @Test
  void aTokenIsShownOnceWorksAndIsRevoked() {
    HttpResponse<String> made = agency.post("/tokens?label=dasbor&days=9999");
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    Program other = new Program(city.address(), json(made).get("token").asText());
    assertThat(other.get("/runs").statusCode()).isEqualTo(200);

    HttpResponse<String> all = agency.get("/tokens");
    assertThat(json(all).findValuesAsText("label")).contains("uji", "dasbor");
    assertThat(all.body()).doesNotContain(other.token());
    assertThat(json(all).findValues("token")).allMatch(JsonNode::isNull);
    assertThat(code(agency.post("/tokens?label=dasbor"))).isEqualTo("422 token.label");
    assertThat(code(agency.post("/tokens?label="))).isEqualTo("422 token.label");
    assertThat(code(agency.post("/tokens?label=x&days=besok"))).isEqualTo("400 api.parameter");

    agency.post("/tokens/revoke?label=dasbor");

    assertThat(other.get("/runs").statusCode()).isEqualTo(401);
    assertThat(code(agency.post("/tokens/revoke?label=dasbor"))).isEqualTo("404 api.missing");
    assertThat(audit("token.add")).contains("akun dinsos1", "dasbor");
    assertThat(audit("token.revoke")).contains("akun dinsos1", "dasbor");
    assertThat(audit("token.add")).doesNotContain(other.token());
  }

  @Test
  void aTokenIsMadeOnceForAKey() {
    HttpResponse<String> first = agency.post("/tokens?label=sekali", "Idempotency-Key", "t-1");
    HttpResponse<String> again = agency.post("/tokens?label=sekali", "Idempotency-Key", "t-1");

    assertThat(json(first).get("token").asText()).startsWith("pde_");
    assertThat(again.statusCode()).isEqualTo(201);
    assertThat(json(again).get("token").isNull()).isTrue();
    assertThat(json(again).get("label").asText()).isEqualTo("sekali");
  }

  @Test
  void nobodyReachesTheTokensOfOthers() {
    assertThat(analyst.post("/tokens?label=milik-analis").statusCode()).isEqualTo(201);

    assertThat(json(agency.get("/tokens")).findValuesAsText("label"))
        .doesNotContain("milik-analis");
    assertThat(code(agency.post("/tokens/revoke?label=milik-analis"))).isEqualTo("404 api.missing");
    assertThat(code(admin.post("/tokens/revoke?label=milik-analis"))).isEqualTo("404 api.missing");
    assertThat(json(analyst.get("/tokens")).findValuesAsText("label")).contains("milik-analis");
  }

  @Test
  void anAdministratorListsAndRevokesTheTokensOfOthers() {
    Program program =
        new Program(
            city.address(), json(analyst.post("/tokens?label=milik-lain")).get("token").asText());
    assertThat(program.get("/datasets").statusCode()).isEqualTo(200);
    HttpResponse<String> all = admin.get("/accounts/analis1/tokens");
    assertThat(json(all).findValuesAsText("label")).contains("milik-lain");
    assertThat(all.body()).doesNotContain(program.token());
    assertThat(city.admin().get("/accounts").body()).contains("milik-lain");

    String revoke = "/accounts/analis1/tokens/revoke?label=milik-lain";
    assertThat(code(officer.get("/accounts/analis1/tokens"))).isEqualTo("403 api.denied");
    assertThat(code(analyst.post(revoke))).isEqualTo("403 api.denied");
    assertThat(code(admin.get("/accounts/tiada/tokens"))).isEqualTo("404 api.missing");
    assertThat(admin.post(revoke).statusCode()).isEqualTo(200);

    assertThat(program.get("/datasets").statusCode()).isEqualTo(401);
    assertThat(code(admin.post(revoke))).isEqualTo("404 api.missing");
    assertThat(audit("token.revoke")).contains("akun analis1", "milik-lain", "ana");
  }

  @Test
  void ofTwoWhoChangeWhatBothReadOneIsTold() throws Exception {
    make("rebutan", "['analyst']");
    String tag = tag(admin.get("/accounts/rebutan"));
    List<CompletableFuture<Integer>> both =
        Stream.of("approver", "officer")
            .map(
                role ->
                    CompletableFuture.supplyAsync(
                        () ->
                            admin
                                .postJson(
                                    "/accounts/rebutan/rights",
                                    "{'roles':['" + role + "']}",
                                    "If-Match",
                                    tag)
                                .statusCode()))
            .toList();

    assertThat(List.of(both.get(0).get(), both.get(1).get())).containsExactlyInAnyOrder(200, 412);
    assertThat(json(admin.get("/accounts/rebutan")).get("version").asInt()).isEqualTo(2);
  }

  @Test
  void anAccountIsLinkedOnlyWhereTheProviderLetsItIn() {
    make("lokal", "['approver']");
    assertThat(code(admin.postJson("/accounts/lokal/person", "{'person':'petugas1'}")))
        .isEqualTo("422 account.refused");
    assertThat(code(admin.postJson("/accounts/tiada/person", "{'person':'petugas1'}")))
        .isEqualTo("404 api.missing");
    assertThat(code(officer.postJson("/accounts/lokal/person", "{'person':'petugas1'}")))
        .isEqualTo("403 api.denied");
    assertThat(json(admin.get("/accounts/lokal")).get("person").isNull()).isTrue();
  }

  @Test
  void singleThingsOfOtherRoomsAreTaggedToo() {
    HttpResponse<String> schedule = admin.get("/schedules/simpasar");

    assertThat(admin.get("/schedules/simpasar", "If-None-Match", tag(schedule)).statusCode())
        .isEqualTo(304);
    long run = city.sent(city.visit("dinsos1"), "dinsos", "titipan_t.csv", "KODE;NILAI\nT;1\n");
    HttpResponse<String> read = agency.get("/runs/" + run);
    assertThat(agency.get("/runs/" + run, "If-None-Match", tag(read)).statusCode()).isEqualTo(304);
    Program other = Program.of(city.address(), city.visit("dkupp1"));
    assertThat(code(other.get("/runs/" + run, "If-None-Match", tag(read))))
        .isEqualTo("404 api.missing");
  }
}
