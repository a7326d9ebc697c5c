package id.pde.normalise;

import java.math.BigDecimal;

/**
 * A place on the earth (WGS 84), in degrees.
 *
 * @param latitude from -90 to 90, negative south of the equator
 * @param longitude from -180 to 180, negative west of Greenwich
 */
record Position(BigDecimal latitude, BigDecimal longitude) {

  /** A rectangle of degrees. */
  private enum Box {
    EARTH("-90", "90", "-180", "180"),
    /** From Rote to the north of Aceh and Sulawesi, from Sabang to Merauke, with the sea around. */
    INDONESIA("-11", "6", "95", "141"),
    /** Kota Probolinggo, with a rim. */
    CITY("-7.85", "-7.7", "113.1", "113.3");

    private final BigDecimal south;
    private final BigDecimal north;
    private final BigDecimal west;
    private final BigDecimal east;

    Box(String south, String north, String west, String east) {
      this.south = new BigDecimal(south);
      this.north = new BigDecimal(north);
      this.west = new BigDecimal(west);
      this.east = new BigDecimal(east);
    }

    private boolean holds(Position place) {
      return place.latitude.compareTo(south) >= 0
          && place.latitude.compareTo(north) <= 0
          && place.longitude.compareTo(west) >= 0
          && place.longitude.compareTo(east) <= 0;
    }
  }

  boolean onEarth() {
    return Box.EARTH.holds(this);
  }

  boolean inIndonesia() {
    return Box.INDONESIA.holds(this);
  }

  boolean inCity() {
    return Box.CITY.holds(this);
  }

  /** Latitude and longitude in each other's place. */
  Position exchanged() {
    return new Position(/* latitude= */ longitude, /* longitude= */ latitude);
  }

  /** With the sign of the latitude that Java has. */
  Position southern() {
    return new Position(latitude.abs().negate(), longitude);
  }

  /** Devices write 0, 0 where they know no position. */
  boolean isZero() {
    return latitude.signum() == 0 && longitude.signum() == 0;
  }

  /**
   * Well-known text (OGC 06-103r4): longitude first, decimals as written but for zeros at the end.
   */
  String text() {
    return "POINT(" + plain(longitude) + " " + plain(latitude) + ")";
  }

  private static String plain(BigDecimal degrees) {
    return degrees.signum() == 0 ? "0" : degrees.stripTrailingZeros().toPlainString();
  }
}
