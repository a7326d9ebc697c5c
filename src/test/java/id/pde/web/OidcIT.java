package id.pde.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
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
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;

/** People of a provider of accounts come in, and those who pretend to be some do not. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class OidcIT {

  private static final String BUTTON = "/oauth2/authorization/pde";
  private static final Pattern SESSION = Pattern.compile("pde_session=([^;]+)");
  private static final Path PICTURES = Path.of("target/screens");

  @TempDir private static Path folder;

  private static OidcProvider provider;
  private static AttackedCity city;
  private static String beforeSetUp = "";
  private static String whileAway = "";

  @BeforeAll
  static void setUp() {
    provider = new OidcProvider();
    ConsoleServer console =
        ConsoleServer.start(
            folder,
            Map.of(
                "PDE_OIDC_ISSUER",
                provider.issuer(),
                "PDE_OIDC_CLIENT",
                OidcProvider.CLIENT,
                "PDE_OIDC_SECRET",
                OidcProvider.SECRET,
                "PDE_OIDC_TITLE",
                "akun kota",
                "PDE_OIDC_CONTACT",
                "meja bantuan <b>123</b>",
                "PDE_OIDC_ROLES",
                "walidata=officer; penyetuju=approver; opd-dinsos=agency:dinsos;"
                    + " opd-hantu=agency:hantu; kepala=admin"));
    provider.knows("s-0", "duluan", "kepala");
    beforeSetUp = Visit.location(new Visit(console.address()).get(BUTTON));
    city = new AttackedCity(console);
    provider.isAway(true);
    whileAway = Visit.location(city.stranger().get(BUTTON));
    provider.isAway(false);
  }

  @AfterAll
  static void stop() {
    if (city != null) {
      city.close();
    }
    if (provider != null) {
      provider.close();
    }
  }

  /** From the button to the provider and back; where it leads then. */
  private static String enter(Visit visit) {
    return Visit.location(visit.get(callback(visit)));
  }

  private static String callback(Visit visit) {
    HttpResponse<String> asked = visit.get(BUTTON);
    assertThat(Visit.location(asked)).startsWith(provider.issuer() + "/authorize?");
    return Visit.location(city.stranger().get(Visit.location(asked)));
  }

  private static Visit entered(String subject, String name, String... groups) {
    provider.knows(subject, name, groups);
    Visit visit = city.stranger();
    assertThat(enter(visit)).as("login of " + name).endsWith("/");
    return visit;
  }

  @Test
  void theFirstAccountIsNeverTheProviders() {
    assertThat(beforeSetUp).endsWith("/setup");
    assertThat(city.admin().get("/accounts").body()).doesNotContain(">duluan<");
  }

  @Test
  void theProvidersPeopleComeInWithTheirRoles() {
    Visit visit = entered("s-1", "Tono", "walidata", "lain");

    assertThat(visit.get("/codes").statusCode()).isEqualTo(200);
    assertThat(visit.get("/").body()).contains("Orang Tono");
    assertThat(visit.get("/accounts").statusCode()).isEqualTo(403);
    assertThat(city.admin().get("/accounts").body()).contains(">tono<", "lewat penyedia");
    assertThat(city.admin().get("/audit?action=login").body()).contains("tono", "oidc");
    assertThat(visit.get("/me").body())
        .contains("kata sandi diganti di sana")
        .doesNotContain("name=\"old\"");
  }

  @Test
  void whatIsAskedOfTheProviderCannotBeGuessedOrReplayed() {
    provider.knows("s-2", "ratna", "walidata");
    Visit visit = city.stranger();
    String asked = Visit.location(visit.get(BUTTON));
    assertThat(asked)
        .contains("response_type=code", "code_challenge_method=S256", "code_challenge=")
        .containsPattern("state=[^&]{40,}")
        .containsPattern("nonce=[^&]{40,}");
    String back = Visit.location(city.stranger().get(asked));

    assertThat(Visit.location(visit.get(back))).endsWith("/");
    assertThat(Visit.location(visit.get(back))).endsWith("/login?unsure");
    assertThat(Visit.location(city.stranger().get(back))).endsWith("/login?unsure");
  }

  @Test
  void theSessionIsAnotherOneAfterwards() {
    provider.knows("s-3", "sari", "walidata");
    Visit visit = city.stranger();
    String back = callback(visit);
    String before = session(visit);

    visit.get(back);

    assertThat(session(visit)).isNotEqualTo(before);
  }

  private static String session(Visit visit) {
    Matcher session = SESSION.matcher(visit.cookies());
    assertThat(session.find()).isTrue();
    return session.group(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "&state=", "&state=lain"})
  void anAnswerThatNobodyAskedForIsRefused(String state) {
    provider.knows("s-4", "tamu", "walidata");
    Visit visit = city.stranger();
    String back = callback(visit).replaceAll("&state=.*", state);

    assertThat(Visit.location(visit.get(back))).endsWith("/login?unsure");
    assertThat(visit.get("/codes").statusCode()).isEqualTo(302);
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "NONE")
  void aTokenThatIsNotForThisLoginIsRefused(SignedToken.Lie lie) {
    provider.knows("s-5", "palsu", "walidata");
    provider.lies(lie);
    Visit visit = city.stranger();

    assertThat(enter(visit)).endsWith("/login?unsure");
    assertThat(visit.get("/codes").statusCode()).isEqualTo(302);
    assertThat(city.admin().get("/accounts").body()).doesNotContain(">palsu<");
  }

  @Test
  void withoutAMappedGroupNobodyComesIn() {
    provider.knows("s-6", "asing", "Walidata", "walidata2");
    Visit visit = city.stranger();
    String led = enter(visit);

    assertThat(led).endsWith("/login?no-role");
    assertThat(visit.get("/login?no-role").body())
        .contains("tidak satu pun kelompok Anda")
        .contains("meja bantuan &lt;b&gt;123&lt;/b&gt;");
    assertThat(city.admin().get("/accounts").body()).doesNotContain(">asing<");
    assertThat(city.admin().get("/audit?action=login.failed").body())
        .contains("asing", "oidc no-role");
  }

  @ParameterizedTest
  @ValueSource(strings = {"opd-hantu", "opd-dinsos,walidata"})
  void rolesThatDoNotFitAreNotGuessed(String groups) {
    provider.knows("s-7", "campur", groups.split(","));

    assertThat(enter(city.stranger())).endsWith("/login?unfit");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ana", "ANA", "analis1"})
  void aLocalAccountIsNeverTakenOver(String name) {
    provider.knows("s-8", name, "kepala");
    Visit visit = city.stranger();

    assertThat(enter(visit)).endsWith("/login?taken");
    assertThat(visit.get("/").statusCode()).isEqualTo(302);
    assertThat(city.admin().get("/accounts").statusCode()).isEqualTo(200);
  }

  @Test
  void aNameOfTheProviderIsNotTakenOverByAnotherPersonThere() {
    entered("s-9", "nama", "walidata");
    provider.knows("s-9b", "nama", "kepala");
    assertThat(enter(city.stranger())).endsWith("/login?taken");

    Visit renamed = entered("s-9", "nama-baru", "walidata");
    assertThat(renamed.get("/me").body()).contains(">nama<");
    provider.knows("s-9c", "bukan nama", "walidata");
    assertThat(enter(city.stranger())).endsWith("/login?no-name");
  }

  @Test
  void noPasswordOpensTheAccountOfTheProvider() {
    entered("s-10", "tanpa-sandi", "walidata");
    Visit admin = city.admin();
    admin.post("/accounts", "/accounts/tanpa-sandi/password", "password", AttackedCity.PASSWORD);

    for (int tries = 0; tries < 6; tries++) {
      assertThat(city.stranger().login("tanpa-sandi", AttackedCity.PASSWORD))
          .endsWith("/login?wrong");
    }
    entered("s-10", "tanpa-sandi", "walidata");
  }

  @Test
  void whatTheProviderTakesAwayIsGoneAtTheNextLogin() throws Exception {
    Visit before = entered("s-11", "turun", "walidata");
    assertThat(before.get("/codes").statusCode()).isEqualTo(200);

    Visit after = entered("s-11", "turun", "penyetuju");
    assertThat(after.get("/codes").statusCode()).isEqualTo(403);
    TimeUnit.MILLISECONDS.sleep(2100);
    assertThat(Visit.location(before.get("/codes"))).endsWith("/login?ended");

    provider.knows("s-11", "turun");
    assertThat(enter(city.stranger())).endsWith("/login?no-role");
    TimeUnit.MILLISECONDS.sleep(2100);
    assertThat(Visit.location(after.get("/schedules"))).endsWith("/login?ended");
  }

  @Test
  void whoIsDisabledStaysOutAndASessionCanBeEnded() throws Exception {
    Visit visit = entered("s-12", "libur", "walidata");
    Visit admin = city.admin();
    admin.post("/accounts", "/accounts/libur/end");
    TimeUnit.MILLISECONDS.sleep(2100);
    assertThat(Visit.location(visit.get("/codes"))).endsWith("/login?ended");

    admin.post("/accounts", "/accounts/libur", "disabled", "true", "roles", "admin");

    provider.knows("s-12", "libur", "walidata", "kepala");
    assertThat(enter(city.stranger())).endsWith("/login?disabled");
    admin.post("/accounts", "/accounts/libur");
    assertThat(entered("s-12", "libur", "walidata").get("/accounts").statusCode()).isEqualTo(403);
    assertThat(admin.get("/audit?action=account.end").body()).contains("akun libur");
  }

  @Test
  void theSecondPersonIsOneByName() {
    Visit officer = entered("s-13", "peminta", "walidata");
    long run =
        city.sent(officer, "dinsos", "titipan_o.csv", "KODE;NILAI\nO1;1\nO2;2\nO3;3\nO4;4\n");
    assertThat(officer.get("/runs/" + run).body()).doesNotContain("/runs/" + run + "/approve");

    Visit approver = entered("s-14", "penyetuju1", "penyetuju");
    assertThat(approver.get("/runs/" + run).body()).contains("/runs/" + run + "/approve");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "?continue=https://evil.example/",
        "?redirect_uri=https://evil.example/&url=//evil.example",
        "?RelayState=https://evil.example"
      })
  void theWayInLeadsNowhereElse(String query) {
    provider.knows("s-15", "arah", "walidata");
    Visit visit = city.stranger();
    visit.get("//evil.example/%2F..", "Referer", "https://evil.example/");
    String asked = Visit.location(visit.get(BUTTON + query));
    assertThat(asked).doesNotContain("evil.example");
    String back = Visit.location(city.stranger().get(asked));

    String led = Visit.location(visit.get(back + "&continue=https://evil.example"));

    assertThat(led).startsWith(city.address() + "/").doesNotContain("?");
  }

  @Test
  void thePageThatWasWantedComesAfterwards() {
    provider.knows("s-16", "lanjut", "walidata");
    Visit visit = city.stranger();
    visit.get("/runs?outcome=refused");

    assertThat(enter(visit)).startsWith(city.address() + "/runs?outcome=refused");
  }

  @Test
  void theLogoutEndsTheSessionAtTheProvider() {
    Visit visit = entered("s-17", "pulang", "walidata");
    HttpResponse<String> page = visit.get("/me");
    assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("form-action 'self' " + provider.issuer() + ";");

    String led = Visit.location(visit.post("/me", "/logout"));

    assertThat(led)
        .startsWith(provider.issuer() + "/end?id_token_hint=")
        .contains("client_id=" + OidcProvider.CLIENT, "post_logout_redirect_uri=http");
    assertThat(visit.get("/codes").statusCode()).isEqualTo(302);
    assertThat(Visit.location(city.admin().post("/me", "/logout"))).endsWith("/login?out");
  }

  @Test
  void whoIsNotSentOnLearnsIt() {
    provider.knows("s-18", "batal", "walidata");
    provider.denies();
    Visit visit = city.stranger();

    assertThat(enter(visit)).endsWith("/login?cancelled");
    assertThat(visit.get("/login?cancelled").body()).contains("Penyedia akun tidak meneruskan");
  }

  @Test
  void aProviderThatIsAwayKeepsNobodyOutWhoHasAPassword() {
    assertThat(whileAway).endsWith("/login?unreached");
    provider.knows("s-21", "putus", "walidata");
    Visit visit = city.stranger();
    String back = callback(visit);
    provider.isAway(true);
    try {
      assertThat(Visit.location(visit.get(back))).endsWith("/login?unreached");
      assertThat(visit.get("/login?unreached").body())
          .contains("Penyedia akun tidak dapat dihubungi");
      assertThat(city.admin().get("/accounts").statusCode()).isEqualTo(200);
    } finally {
      provider.isAway(false);
    }
  }

  @Test
  void noTokenAndNoSecretIsInTheLog() throws Exception {
    provider.knows("s-19", "catat", "walidata");
    Visit visit = city.stranger();
    String back = callback(visit);
    visit.get(back);
    provider.lies(SignedToken.Lie.OTHER_KEY);
    enter(city.stranger());

    String code = back.replaceAll(".*code=([^&]+).*", "$1");
    try (Stream<Path> files = Files.walk(city.home().resolve("log"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(Files.readString(file))
            .doesNotContain(OidcProvider.SECRET)
            .doesNotContain(code)
            .doesNotContain("eyJ")
            .doesNotContain("akses-");
      }
    }
    assertThat(Files.readString(city.home().resolve("log/pde.log"))).contains("invalid_id_token");
  }

  @Test
  void inABrowserTheButtonIsEnough() {
    provider.knows("s-20", "wati", "walidata");
    try (Browser browser = new Browser(city.address(), folder.resolve("profile"))) {
      for (String page : new String[] {"/login", "/login?no-role"}) {
        browser.open(page).picture(PICTURES.resolve("id-1280-oidc" + page.length() + ".png"));
        Inspection.of(browser, "the login with a provider");
      }
      assertThat(browser.driver().findElement(By.id("side")).getText())
          .isEqualTo("Masuk dengan akun kota");
      browser.click("#side").await("nav");
      assertThat(browser.text()).contains("Orang wati", "Perlu perhatian");

      browser.click("form[action='/logout'] button").await("#side");

      assertThat(provider.ended()).isNotEmpty();
      assertThat(browser.path()).isEqualTo("/login");
      browser.login("ana", AttackedCity.PASSWORD);
      for (Dimension size : new Dimension[] {Browser.DESK, Browser.PHONE}) {
        browser.size(size);
        browser.open("/accounts");
        browser
            .driver()
            .executeScript("document.querySelector('article .tag.calm').scrollIntoView()");
        String width = Integer.toString(size.getWidth());
        browser.picture(PICTURES.resolve("id-" + width + "-oidc-accounts.png"));
        Inspection.of(browser, "accounts of a provider at " + width);
      }
    }
  }
}
