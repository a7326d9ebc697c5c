package id.pde.source.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/** Decodes a text file of one charset and goes on behind bytes that the charset does not know. */
final class TextReader extends Signs {

  private final InputStream stream;
  private final Encoding encoding;
  private final CharsetDecoder decoder;
  private final byte[] bytes = new byte[1 << 16];
  private final ByteBuffer waiting = ByteBuffer.wrap(bytes).limit(0);
  private long left;
  private long base;
  private boolean flushed;

  /** The second half of a pair whose first half took the last room; -1: none. */
  private int half = -1;

  /**
   * @param length of the file in bytes that are text
   */
  TextReader(InputStream stream, Encoding encoding, long length) throws IOException {
    this.stream = stream;
    this.encoding = encoding;
    this.decoder =
        encoding
            .first()
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    stream.skipNBytes(Math.min(length, encoding.skip()));
    this.base = encoding.skip();
    this.left = Math.max(0, length - encoding.skip());
  }

  @Override
  public int read(char[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (half >= 0) {
      target[offset] = (char) half;
      half = -1;
      return 1;
    }
    if (flushed) {
      return -1;
    }
    return encoding.ascii() ? readPlain(target, offset, length) : decode(target, offset, length);
  }

  private int readPlain(char[] target, int offset, int length) throws IOException {
    if (!waiting.hasRemaining() && !fill()) {
      return -1;
    }
    int from = waiting.position();
    int count = Math.min(length, waiting.remaining());
    for (int i = 0; i < count; i++) {
      target[offset + i] = (char) bytes[from + i];
    }
    waiting.position(from + count);
    if (encoding.watchNul()) {
      suspect();
    }
    return count;
  }

  private int decode(char[] target, int offset, int length) throws IOException {
    CharBuffer out = CharBuffer.wrap(target, offset, length);
    while (true) {
      boolean end = left == 0;
      CoderResult result = decoder.decode(waiting, out, end);
      if (result.isError()) {
        if (!out.hasRemaining()) {
          break;
        }
        out.put(MARK);
        marked(base + waiting.position());
        waiting.position(waiting.position() + damaged(waiting, result.length(), decoder.charset()));
        continue;
      }
      if (out.position() > offset) {
        break;
      }
      if (result.isOverflow()) {
        target[offset] = firstHalf(end);
        return 1;
      }
      if (!fill()) {
        return flush(out, offset);
      }
    }
    watchNul(target, offset, out.position());
    return out.position() - offset;
  }

  /** There is room for one char, but the next sign is a pair. */
  private char firstHalf(boolean end) {
    CharBuffer pair = CharBuffer.allocate(2);
    decoder.decode(waiting, pair, end);
    half = pair.get(1);
    return pair.get(0);
  }

  private int flush(CharBuffer out, int offset) {
    if (!flushed) {
      flushed = true;
      decoder.flush(out);
    }
    return out.position() > offset ? out.position() - offset : -1;
  }

  private void watchNul(char[] target, int from, int to) {
    if (!encoding.watchNul() || suspicious()) {
      return;
    }
    int borrow = 0;
    for (int i = from; i < to; i++) {
      borrow |= target[i] - 1;
    }
    if (borrow < 0) {
      suspect();
    }
  }

  /** Keeps the bytes of a sign that is not whole yet and reads on. */
  private boolean fill() throws IOException {
    if (left == 0) {
      return false;
    }
    base += waiting.position();
    waiting.compact();
    int room = (int) Math.min(waiting.remaining(), left);
    int count = stream.read(bytes, waiting.position(), room);
    if (count < 0) {
      left = 0;
    } else {
      left -= count;
      waiting.position(waiting.position() + count);
    }
    waiting.flip();
    return true;
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }
}
