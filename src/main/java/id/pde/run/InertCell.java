package id.pde.run;

/** Text for spreadsheets that must not become a formula there. */
public final class InertCell {

  private InertCell() {}

  /** Whether Excel or LibreOffice would run it as a formula. */
  public static boolean isRun(String cell) {
    if (cell.isEmpty()) {
      return false;
    }
    return switch (cell.charAt(0)) {
      case '=', '+', '-', '@', '\t', '\r' -> true;
      default -> false;
    };
  }

  /**
   * A cell that would be run gets a leading apostrophe; a negative number that is text gets one,
   * too, for "-1+cmd" begins like it (CVE-2021-41270).
   */
  public static String of(String cell) {
    return isRun(cell) ? "'" + cell : cell;
  }
}
