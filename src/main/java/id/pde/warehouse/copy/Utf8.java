package id.pde.warehouse.copy;

import java.sql.SQLException;
import java.util.Arrays;

/** UTF-8 into a given place, without an array in between. */
final class Utf8 {

  private Utf8() {}

  static byte[] encode(CharSequence text) throws SQLException {
    byte[] bytes = new byte[Math.multiplyExact(text.length(), 3)];
    return Arrays.copyOf(bytes, encode(text, bytes, 0));
  }

  /** Gives the end; there must be room for three bytes per char. */
  static int encode(CharSequence text, byte[] into, int from) throws SQLException {
    int length = text.length();
    int at = from;
    int read = 0;
    while (read < length) {
      char sign = text.charAt(read);
      if (sign >= 0x80) {
        return encodeWide(text, read, into, at);
      }
      into[at++] = (byte) sign;
      read++;
    }
    return at;
  }

  private static int encodeWide(CharSequence text, int from, byte[] into, int start)
      throws SQLException {
    int length = text.length();
    int at = start;
    for (int read = from; read < length; read++) {
      char sign = text.charAt(read);
      if (sign < 0x80) {
        into[at++] = (byte) sign;
      } else if (sign < 0x800) {
        into[at++] = (byte) (0xc0 | (sign >> 6));
        into[at++] = (byte) (0x80 | (sign & 0x3f));
      } else if (!Character.isSurrogate(sign)) {
        into[at++] = (byte) (0xe0 | (sign >> 12));
        into[at++] = (byte) (0x80 | ((sign >> 6) & 0x3f));
        into[at++] = (byte) (0x80 | (sign & 0x3f));
      } else {
        read++;
        if (read == length || !Character.isSurrogatePair(sign, text.charAt(read))) {
          throw new SQLException("half a surrogate pair cannot be stored", "22021");
        }
        int point = Character.toCodePoint(sign, text.charAt(read));
        into[at++] = (byte) (0xf0 | (point >> 18));
        into[at++] = (byte) (0x80 | ((point >> 12) & 0x3f));
        into[at++] = (byte) (0x80 | ((point >> 6) & 0x3f));
        into[at++] = (byte) (0x80 | (point & 0x3f));
      }
    }
    return at;
  }
}
