package id.pde.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who asks the API: the administrator in a browser, and tokens of an officer, of somebody of the
 * agency bps, and of an analyst.
 */
record ApiPeople(Visit admin, String officer, String agency, String analyst) {

  static final String PASSWORD = FirstAccount.PASSWORD;
  static final Pattern TOKEN = Pattern.compile("id=\"token\">(pde_[A-Za-z0-9_-]+)<");

  /** Makes their accounts on a new server. */
  static ApiPeople of(ConsoleServer console) {
    Visit admin = first(console);
    account(admin, "bps1", "agency", "bps");
    account(admin, "analis1", "analyst", "");
    return new ApiPeople(
        admin, token(admin), token(visit(console, "bps1")), token(visit(console, "analis1")));
  }

  /** The first administrator of a new server, who is logged in. */
  static Visit first(ConsoleServer console) {
    new Visit(console.address()).post("/setup", "/setup", FirstAccount.form(console.setup()));
    return visit(console, FirstAccount.NAME);
  }

  /** Somebody with the password of all, who is logged in. */
  static Visit visit(ConsoleServer console, String name) {
    Visit visit = new Visit(console.address());
    visit.login(name, PASSWORD);
    return visit;
  }

  /**
   * Another account.
   *
   * @param of the agency of the role agency; empty for others
   */
  static void account(Visit admin, String name, String role, String of) {
    admin.post(
        "/accounts",
        "/accounts",
        "name",
        name,
        "roles",
        role,
        "agencies",
        of,
        "password",
        PASSWORD);
  }

  /** The word of a token that somebody makes on the own page. */
  static String token(Visit visit) {
    visit.post("/me", "/me/tokens", "label", "uji", "days", "1");
    Matcher token = TOKEN.matcher(visit.get("/me").body());
    assertThat(token.find()).isTrue();
    return token.group(1);
  }
}
