package id.pde.receipt.annotate;

import id.pde.model.Location;

/** Addresses of cells as they are written in sheets; rows and columns from 1. */
final class Address {

  private Address() {}

  static String of(int row, int column) {
    return Location.letters(column) + row;
  }

  /** The column of {@code AB17}; 0 where none is written. */
  static int column(String address) {
    int column = 0;
    for (int i = 0; i < address.length(); i++) {
      char sign = Character.toUpperCase(address.charAt(i));
      if (sign < 'A' || sign > 'Z' || column > 100_000) {
        break;
      }
      column = column * 26 + sign - 'A' + 1;
    }
    return column;
  }

  /** The row of {@code AB17}; 0 where none is written. */
  static int row(String address) {
    int from = 0;
    while (from < address.length() && !Character.isDigit(address.charAt(from))) {
      from++;
    }
    return TagText.number(address.substring(from), 0);
  }

  /** A place as hyperlinks name it. */
  static String link(String sheet, int row, int column) {
    return "'" + sheet.replace("'", "''") + "'!" + of(Math.max(row, 1), Math.max(column, 1));
  }
}
