package id.pde.source.text;

import java.io.IOException;
import java.io.InputStream;

/**
 * What the bytes of a whole file allow: charsets are decided before the first row is shown, since a
 * row that was loaded in the wrong one cannot be taken back. Offsets count from 0; -1: nowhere.
 *
 * @param ascii nothing above 0x7F
 * @param nul whether the byte 0 occurs
 * @param firstBroken the first byte that is not UTF-8
 * @param firstWide the first sign of several bytes that is UTF-8
 * @param undefined how many bytes windows-1252 does not know, outside of UTF-8
 * @param twice how many signs look like UTF-8 that was read as windows-1252 and saved again
 * @param firstTwice the first of those
 */
record ByteScan(
    boolean ascii,
    boolean nul,
    long firstBroken,
    long firstWide,
    long undefined,
    long twice,
    long firstTwice) {

  static ByteScan of(InputStream stream) throws IOException {
    byte[] buffer = new byte[1 << 17];
    ByteWalk walk = new ByteWalk();
    for (int length = stream.read(buffer); length >= 0; length = stream.read(buffer)) {
      walk.take(buffer, length);
    }
    return walk.end();
  }

  /** Valid UTF-8 from the first byte to the last. */
  boolean utf8() {
    return firstBroken < 0;
  }

  /** Signs of UTF-8 beside bytes that are none. */
  boolean mixed() {
    return firstBroken >= 0 && firstWide >= 0;
  }
}
