package id.pde.source.dbf;

import id.pde.source.dbf.DbfField.Layout;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The header of a table, as documented for dBASE III to 7 and Visual FoxPro.
 *
 * @param records how many the header claims, deleted ones included
 * @param driver the byte that names a code page; 0: none
 */
record DbfHeader(
    long records,
    int headerLength,
    int recordLength,
    int driver,
    Protection protection,
    List<DbfField> fields) {

  private static final String TYPES = "CNFDLMGPBIYTVWQ0@+O";
  private static final int RESERVED = 12;
  private static final int START = 32;
  private static final int FIELD = 32;
  private static final int START_7 = 68;
  private static final int FIELD_7 = 48;
  private static final int END = 0x0D;
  private static final int NULLABLE = 0x02;

  /** Whether dBASE IV encrypted the records. */
  enum Protection {
    NONE,
    ENCRYPTED
  }

  DbfHeader {
    fields = List.copyOf(fields);
  }

  /**
   * Whether a file begins as a table does: a known version, a first field that can be, and a zero
   * among the reserved bytes. Text may begin with the digit or the letter that is a version, but
   * holds no zero.
   */
  static boolean begins(byte[] start) {
    if (start.length < START + FIELD || !isVersion(start[0] & 0xFF)) {
      return false;
    }
    boolean seven = isSeven(start[0]);
    int first = seven ? START_7 : START;
    int typeAt = first + (seven ? 32 : 11);
    int headerLength = (start[8] & 0xFF) | (start[9] & 0xFF) << 8;
    int recordLength = (start[10] & 0xFF) | (start[11] & 0xFF) << 8;
    if (headerLength <= first || recordLength < 1 || typeAt + 2 >= start.length) {
      return false;
    }
    boolean zero = false;
    for (int i = RESERVED; i < START; i++) {
      zero |= start[i] == 0;
    }
    return zero && (start[first] & 0xFF) > ' ' && TYPES.indexOf(start[typeAt]) >= 0;
  }

  private static boolean isVersion(int version) {
    return switch (version) {
      case 0x03, 0x04, 0x05, 0x30, 0x31, 0x32, 0x43, 0x63, 0x83, 0x8B, 0x8C, 0x8E, 0xCB, 0xF5 ->
          true;
      default -> false;
    };
  }

  private static boolean isSeven(byte version) {
    return version == 0x04 || version == (byte) 0x8C;
  }

  /** Reads the header from the first bytes of a file, up to 64 KB of them. */
  static DbfHeader of(byte[] start) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(start).order(ByteOrder.LITTLE_ENDIAN);
    if (start.length < START + 1) {
      throw new IOException("the header is not whole");
    }
    long records = bytes.getInt(4) & 0xFFFFFFFFL;
    int headerLength = bytes.getShort(8) & 0xFFFF;
    int recordLength = bytes.getShort(10) & 0xFFFF;
    if (headerLength > start.length) {
      throw new IOException("the header is not whole");
    }
    List<DbfField> fields = fields(start, headerLength);
    DbfField last = fields.isEmpty() ? null : fields.get(fields.size() - 1);
    if (last == null || last.offset() + last.length() > recordLength) {
      throw new IOException("the fields do not fit into the record");
    }
    Protection protection = start[15] == 1 ? Protection.ENCRYPTED : Protection.NONE;
    return new DbfHeader(records, headerLength, recordLength, start[29] & 0xFF, protection, fields);
  }

  private static List<DbfField> fields(byte[] start, int headerLength) {
    boolean seven = isSeven(start[0]);
    int width = seven ? FIELD_7 : FIELD;
    int nameLength = seven ? 32 : 11;
    List<DbfField> fields = new ArrayList<>();
    int offset = 1;
    int bit = 0;
    for (int at = seven ? START_7 : START;
        at + width <= headerLength && start[at] != END;
        at += width) {
      char type = (char) (start[at + nameLength] & 0xFF);
      int length = start[at + nameLength + (seven ? 1 : 5)] & 0xFF;
      int decimals = start[at + nameLength + (seven ? 2 : 6)] & 0xFF;
      if (type == 'C' && !seven) {
        // Clipper keeps the upper half of a long text's length where decimals stand.
        length += decimals << 8;
      }
      int flags = seven ? 0 : start[at + 18];
      boolean foxPro = start[0] >= 0x30 && start[0] <= 0x32;
      int lengthBit = foxPro && (type == 'V' || type == 'Q') ? bit++ : -1;
      int nullBit = foxPro && (flags & NULLABLE) != 0 && type != '0' ? bit++ : -1;
      fields.add(
          new DbfField(
              name(start, at, nameLength),
              type,
              offset,
              length,
              nullBit,
              lengthBit,
              seven ? Layout.SORTABLE : Layout.LITTLE_ENDIAN));
      offset += length;
    }
    return fields;
  }

  private static String name(byte[] start, int at, int most) {
    int length = 0;
    while (length < most && start[at + length] != 0) {
      length++;
    }
    return new String(start, at, length, StandardCharsets.ISO_8859_1).strip();
  }
}
