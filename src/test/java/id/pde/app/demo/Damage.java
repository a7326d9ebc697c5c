package id.pde.app.demo;

import org.jspecify.annotations.Nullable;

/**
 * One cell with another value, or its row taken away.
 *
 * @param other the cell whose value it gets; null unless the kind says so
 */
record Damage(Spot spot, Kind kind, @Nullable Spot other) {

  enum Kind {
    /** Nothing there any more. */
    EMPTIED("empty"),
    /** One digit is another one; a date is a day later. */
    DIGIT("one digit changed"),
    /** The value of another cell of the column. */
    EXCHANGED(""),
    ROW_TAKEN("row taken away");

    private final String shown;

    Kind(String shown) {
      this.shown = shown;
    }
  }

  /** The value as text. */
  String text() {
    return switch (kind) {
      case EMPTIED, ROW_TAKEN -> "";
      case DIGIT -> otherDigit(spot.text());
      case EXCHANGED -> other == null ? "" : other.text();
    };
  }

  /** Of the digits, the one that the cell's place chooses. */
  private String otherDigit(String text) {
    long digits = text.chars().filter(Damage::isDigit).count();
    if (digits == 0) {
      return text + "x";
    }
    long chosen = Math.floorMod(spot.row() * 31 + spot.column() * 7L, digits);
    for (int i = 0; i < text.length(); i++) {
      if (isDigit(text.charAt(i)) && chosen-- == 0) {
        char next = text.charAt(i) == '9' ? '1' : (char) (text.charAt(i) + 1);
        return text.substring(0, i) + next + text.substring(i + 1);
      }
    }
    throw new IllegalStateException("one of the digits is chosen");
  }

  private static boolean isDigit(int sign) {
    return sign >= '0' && sign <= '9';
  }

  /** Place and kinds, without values: they may be of persons. */
  String shown() {
    String became = other == null ? kind.shown : other.kind() + " of another cell";
    return spot.shown() + " " + spot.kind() + " -> " + became;
  }
}
