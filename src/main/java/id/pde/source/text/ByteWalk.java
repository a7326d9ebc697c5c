package id.pde.source.text;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.Charset;

/** Walks over bytes as over UTF-8; bounds as in table 3-7 of the Unicode standard. */
final class ByteWalk {

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long HIGH_BITS = 0x8080808080808080L;
  private static final long LOW_BITS = 0x0101010101010101L;

  /** Signs that windows-1252 has from 0x80 to 0x9F. */
  private static final String MIDDLE = middle();

  private boolean ascii = true;
  private boolean nul;
  private long firstBroken = -1;
  private long firstWide = -1;
  private long undefined;
  private long twice;
  private long firstTwice = -1;

  /** Offset of the next byte. */
  private long offset;

  private int missing;
  private int lowest;
  private int highest;
  private long begun;
  private int value;
  private int before;
  private long beforeEnd = -1;
  private long beforeBegun;

  private static String middle() {
    byte[] bytes = new byte[32];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (0x80 + i);
    }
    return new String(bytes, Charset.forName("windows-1252"));
  }

  void take(byte[] buffer, int length) {
    int at = 0;
    while (at < length) {
      if (missing == 0) {
        int next = skipAscii(buffer, at, length);
        offset += next - at;
        at = next;
        if (at == length) {
          return;
        }
      }
      one(buffer[at++] & 0xFF);
      offset++;
    }
  }

  ByteScan end() {
    if (missing > 0) {
      broken(begun);
    }
    return new ByteScan(ascii, nul, firstBroken, firstWide, undefined, twice, firstTwice);
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
      if (unit >= lowest && unit <= highest) {
        value = value << 6 | (unit & 0x3F);
        lowest = 0x80;
        highest = 0xBF;
        missing--;
        if (missing == 0) {
          sign();
        }
        return;
      }
      missing = 0;
      broken(begun);
    }
    if (unit < 0x80) {
      nul |= unit == 0;
      return;
    }
    ascii = false;
    begin(unit);
  }

  private void begin(int unit) {
    begun = offset;
    lowest = unit == 0xE0 ? 0xA0 : unit == 0xF0 ? 0x90 : 0x80;
    highest = unit == 0xED ? 0x9F : unit == 0xF4 ? 0x8F : 0xBF;
    if (unit >= 0xC2 && unit <= 0xDF) {
      missing = 1;
      value = unit & 0x1F;
    } else if (unit >= 0xE0 && unit <= 0xEF) {
      missing = 2;
      value = unit & 0x0F;
    } else if (unit >= 0xF0 && unit <= 0xF4) {
      missing = 3;
      value = unit & 0x07;
    } else {
      broken(offset);
      undefined += isUndefined(unit) ? 1 : 0;
    }
  }

  private static boolean isUndefined(int unit) {
    return unit < 0xA0 && MIDDLE.charAt(unit - 0x80) == '\uFFFD';
  }

  private void broken(long where) {
    firstBroken = firstBroken < 0 ? where : firstBroken;
  }

  private void sign() {
    firstWide = firstWide < 0 ? begun : firstWide;
    // "é" is "Ã©", "“" is "â€œ" after UTF-8 was read as windows-1252.
    boolean pair =
        before == 0xE2
            ? value == 0x20AC || value == 0x80
            : (before == 0xC2 || before == 0xC3) && (value < 0xC0 || MIDDLE.indexOf(value) >= 0);
    if (beforeEnd == begun && pair && twice++ == 0) {
      firstTwice = beforeBegun;
    }
    before = value;
    beforeBegun = begun;
    beforeEnd = offset + 1;
  }
}
