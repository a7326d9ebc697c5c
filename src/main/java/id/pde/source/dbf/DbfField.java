package id.pde.source.dbf;

/**
 * A field of a record.
 *
 * @param type the letter of its type, as in the file
 * @param offset of its first byte in the record
 * @param nullBit in the record's null flags; -1: never null
 * @param lengthBit in the record's null flags, set where the last byte is the length; -1: never
 */
record DbfField(
    String name, char type, int offset, int length, int nullBit, int lengthBit, Layout layout) {

  /** How numbers are laid down in bytes. */
  enum Layout {
    /** dBASE III to V, Clipper, FoxPro. */
    LITTLE_ENDIAN,
    /** dBASE 7: big-endian, signs turned round so that bytes sort. */
    SORTABLE
  }

  /** FoxPro keeps the null flags in a field of its own. */
  boolean isFlags() {
    return type == '0';
  }

  /** Whether the value stands in another file, and only its block number here. */
  boolean isMemo() {
    return switch (type) {
      case 'M', 'G', 'P', 'W' -> true;
      case 'B' -> length != Double.BYTES;
      default -> false;
    };
  }

  boolean isText() {
    return switch (type) {
      case 'C', 'V' -> true;
      default -> false;
    };
  }
}
