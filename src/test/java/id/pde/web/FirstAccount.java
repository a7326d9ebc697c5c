package id.pde.web;

/** The first administrator of a console that was just started. */
public final class FirstAccount {

  public static final String NAME = "ana";
  public static final String PASSWORD = "jeruk-pagi-kapal";

  private FirstAccount() {}

  /**
   * What is typed at the set-up, names and values by turns.
   *
   * @param code as the server prints it, alone or at the end of its link
   */
  public static String[] form(String code) {
    return new String[] {
      "code",
      code.replaceFirst(".*code=", ""),
      "name",
      NAME,
      "shown",
      "Ana",
      "password",
      PASSWORD,
      "again",
      PASSWORD
    };
  }
}
