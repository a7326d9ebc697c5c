package id.pde.source.text;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * What the bytes of a whole file allow: charsets are decided before the first row is shown, since a
 * row that was loaded in the wrong one cannot be taken back.
 *
 * @param ascii nothing above 0x7F
 * @param utf8 valid UTF-8 from the first byte to the last
 * @param nul whether the byte 0 occurs
 */
record ByteScan(boolean ascii, boolean utf8, boolean nul) {

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long HIGH_BITS = 0x8080808080808080L;
  private static final long LOW_BITS = 0x0101010101010101L;

  static ByteScan of(InputStream stream) throws IOException {
    byte[] buffer = new byte[1 << 17];
    Walk walk = new Walk();
    for (int length = stream.read(buffer); length >= 0; length = stream.read(buffer)) {
      walk.take(buffer, length);
    }
    return new ByteScan(walk.ascii, walk.valid && walk.missing == 0, walk.nul);
  }

  /** The state between two buffers; bounds as in table 3-7 of the Unicode standard. */
  private static final class Walk {
    boolean ascii = true;
    boolean valid = true;
    boolean nul;
    int missing;
    int lowest;
    int highest;

    void take(byte[] buffer, int length) {
      int at = 0;
      while (at < length) {
        if (missing == 0) {
          at = skipAscii(buffer, at, length);
          if (at == length) {
            return;
          }
        }
        one(buffer[at++] & 0xFF);
      }
    }

    /** Eight bytes at a time, to the first block that is not plain. */
    private int skipAscii(byte[] buffer, int from, int length) {
      int at = from;
      long zeros = 0;
      while (at + 8 <= length) {
        long eight = (long) LONGS.get(buffer, at);
        if ((eight & HIGH_BITS) != 0) {
          break;
        }
        zeros |= (eight - LOW_BITS) & HIGH_BITS;
        at += 8;
      }
      nul |= zeros != 0;
      return at;
    }

    private void one(int unit) {
      if (missing > 0) {
        valid &= unit >= lowest && unit <= highest;
        lowest = 0x80;
        highest = 0xBF;
        missing--;
        return;
      }
      if (unit < 0x80) {
        nul |= unit == 0;
        return;
      }
      ascii = false;
      lowest = unit == 0xE0 ? 0xA0 : unit == 0xF0 ? 0x90 : 0x80;
      highest = unit == 0xED ? 0x9F : unit == 0xF4 ? 0x8F : 0xBF;
      if (unit >= 0xC2 && unit <= 0xDF) {
        missing = 1;
      } else if (unit >= 0xE0 && unit <= 0xEF) {
        missing = 2;
      } else if (unit >= 0xF0 && unit <= 0xF4) {
        missing = 3;
      } else {
        valid = false;
      }
    }
  }
}
