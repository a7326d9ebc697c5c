package id.pde.normalise;

/** What tells places of Kota Probolinggo from others. */
final class CityRegion {

  /** Of the city, in the codes of Kemendagri (35.74) and of BPS alike. */
  static final String CODE = "3574";

  private static final int FIRST_POST_CODE = 67_211;
  private static final int LAST_POST_CODE = 67_239;

  private CityRegion() {}

  /** Whether a post code of 5 digits is one of the city (PT Pos Indonesia: 67211 to 67239). */
  static boolean hasPostCode(String digits) {
    int code = Integer.parseInt(digits);
    return code >= FIRST_POST_CODE && code <= LAST_POST_CODE;
  }
}
