package id.pde.cli;

/** Values as a column on a terminal may show them. */
final class Shortened {

  private static final int LONGEST = 40;

  private Shortened() {}

  /** In one line, its end left out where it is long; JSON has all of it. */
  static String text(String value) {
    String safe = Printable.name(value);
    int signs = safe.codePointCount(0, safe.length());
    return signs <= LONGEST
        ? safe
        : safe.substring(0, safe.offsetByCodePoints(0, LONGEST - 3)) + "...";
  }
}
