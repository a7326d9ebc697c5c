package id.pde.source.json;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.Objects;

/**
 * Decodes strictly, and knows the line and column of the first bytes that are no signs. Jackson's
 * own decoder lets overlong forms and encoded surrogates pass.
 */
final class StrictReader extends Reader {

  private static final int BYTES = 1 << 14;

  private final InputStream stream;
  private final CharsetDecoder decoder;
  private final ByteBuffer bytes = ByteBuffer.allocate(BYTES).limit(0);
  private boolean ended;
  private boolean flushed;
  private long line = 1;
  private int column = 1;
  private boolean afterReturn;

  StrictReader(InputStream stream, Charset charset) {
    this.stream = stream;
    this.decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  @Override
  public int read(char[] target, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, target.length);
    if (length == 0) {
      return 0;
    }
    if (length == 1) {
      throw new IOException("a pair of signs does not fit");
    }
    CharBuffer signs = CharBuffer.wrap(target, offset, length);
    while (!flushed) {
      CoderResult result = decoder.decode(bytes, signs, ended);
      int count = signs.position();
      count(target, offset, count);
      if (result.isError()) {
        throw new BadSign(line, column, decoder.charset().name());
      }
      if (result.isUnderflow() && ended) {
        decoder.flush(signs);
        flushed = true;
        count = signs.position();
      }
      if (count > 0) {
        return count;
      }
      if (!ended) {
        fill();
      }
    }
    return -1;
  }

  private void fill() throws IOException {
    bytes.compact();
    int count = stream.read(bytes.array(), bytes.position(), bytes.remaining());
    ended = count < 0;
    bytes.position(bytes.position() + Math.max(count, 0));
    bytes.flip();
  }

  private void count(char[] signs, int offset, int count) {
    for (int i = offset; i < offset + count; i++) {
      char sign = signs[i];
      boolean secondOfBreak = sign == '\n' && afterReturn;
      afterReturn = sign == '\r';
      if (sign == '\n' || sign == '\r') {
        line += secondOfBreak ? 0 : 1;
        column = 1;
      } else {
        column++;
      }
    }
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }
}
