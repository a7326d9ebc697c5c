package id.pde.source.layout;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/**
 * Decodes texts of a table that stand as bytes. A byte that is no sign becomes half a surrogate
 * pair, which the check of the values reports: nothing is replaced in silence. Used by one thread.
 */
public final class ByteText {

  /** As Python's "surrogateescape" does it: the byte is kept in the sign. */
  private static final int HALF = 0xDC00;

  private final CharsetDecoder decoder;

  /** Decodes by a charset. */
  public ByteText(Charset charset) {
    this.decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  /** The signs of a range of bytes. */
  public String decode(byte[] bytes, int from, int to) {
    ByteBuffer source = ByteBuffer.wrap(bytes, from, to - from);
    CharBuffer target = CharBuffer.allocate(2 * (to - from) + 2);
    decoder.reset();
    CoderResult result = decoder.decode(source, target, true);
    while (result.isError()) {
      for (int i = 0; i < result.length(); i++) {
        target.put((char) (HALF + (source.get() & 0xFF)));
      }
      decoder.reset();
      result = decoder.decode(source, target, true);
    }
    decoder.flush(target);
    return target.flip().toString();
  }

  /**
   * Whether bytes are signs of the charset; a sign that the end of the field cuts in two is no
   * reason against it.
   */
  public boolean fits(byte[] bytes, int from, int to) {
    ByteBuffer source = ByteBuffer.wrap(bytes, from, to - from);
    CharBuffer target = CharBuffer.allocate(2 * (to - from) + 2);
    decoder.reset();
    return !decoder.decode(source, target, false).isError();
  }
}
