package id.pde.source.text;

import id.pde.model.Location;
import id.pde.model.Text;
import id.pde.source.layout.Faults;
import id.pde.source.layout.ReadLimits;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.Arrays;
import java.util.List;

/** Decodes each line in the first of several charsets that fits; all share the plain signs. */
final class LineReader extends Signs {

  private final InputStream stream;
  private final List<CharsetDecoder> decoders;
  private final ReadLimits limits;
  private byte[] bytes = new byte[1 << 16];
  private int at;
  private int end;

  /** Offset of {@code bytes[0]} in the file. */
  private long base;

  private long left;
  private CharBuffer out = CharBuffer.allocate(1 << 12).limit(0);
  private long line;
  private long others;
  private long firstOther;

  /**
   * @param length of the file in bytes that are text
   */
  LineReader(InputStream stream, Encoding encoding, long length, ReadLimits limits)
      throws IOException {
    this.stream = stream;
    this.limits = limits;
    this.decoders =
        encoding.charsets().stream()
            .map(
                charset ->
                    charset
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT))
            .toList();
    stream.skipNBytes(Math.min(length, encoding.skip()));
    this.base = encoding.skip();
    this.left = Math.max(0, length - encoding.skip());
  }

  /** How many lines were not in the first charset. */
  long others() {
    return others;
  }

  /** The first of those lines, from 1. */
  long firstOther() {
    return firstOther;
  }

  @Override
  public int read(char[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (!out.hasRemaining()) {
      int next = nextLine();
      if (next == at) {
        return -1;
      }
      line++;
      decode(next);
      at = next;
    }
    int count = Math.min(length, out.remaining());
    out.get(target, offset, count);
    return count;
  }

  /** Where the line that begins at {@code at} ends, its break included. */
  private int nextLine() throws IOException {
    int next = at;
    while (true) {
      while (next < end && bytes[next] != '\n' && bytes[next] != '\r') {
        next++;
      }
      boolean whole = next < end && (bytes[next] == '\n' || next + 1 < end || left == 0);
      if (whole) {
        boolean both = bytes[next] == '\r' && next + 1 < end && bytes[next + 1] == '\n';
        return next + (both ? 2 : 1);
      }
      int seen = next - at;
      if (!fill()) {
        return end;
      }
      next = at + seen;
    }
  }

  private boolean fill() throws IOException {
    if (left == 0) {
      return false;
    }
    System.arraycopy(bytes, at, bytes, 0, end - at);
    base += at;
    end -= at;
    at = 0;
    if (end == bytes.length) {
      if (end > 4L * limits.recordCharacters()) {
        throw tooLong();
      }
      bytes = Arrays.copyOf(bytes, 2 * bytes.length);
    }
    int count = stream.read(bytes, end, (int) Math.min(bytes.length - end, left));
    if (count < 0) {
      left = 0;
    } else {
      left -= count;
      end += count;
    }
    return true;
  }

  private RuntimeException tooLong() {
    return Faults.limit(
        "limit.record",
        new Location.Line(line + 1, 0, null),
        new Text(
            "Baris ini lebih panjang daripada batas " + limits.recordCharacters() + " karakter.",
            "This row is longer than the limit of " + limits.recordCharacters() + " characters."),
        null);
  }

  private void decode(int next) {
    if (out.capacity() < next - at + 1) {
      out = CharBuffer.allocate(2 * (next - at + 1));
    }
    out.clear();
    if (plain(next)) {
      out.flip();
      return;
    }
    for (int i = 0; i < decoders.size(); i++) {
      out.clear();
      CharsetDecoder decoder = decoders.get(i).reset();
      CoderResult result = decoder.decode(ByteBuffer.wrap(bytes, at, next - at), out, true);
      if (!result.isError()) {
        decoder.flush(out);
        out.flip();
        count(i);
        return;
      }
    }
    withMarks(next);
    count(decoders.size() - 1);
  }

  private void count(int decoder) {
    if (decoder > 0 && others++ == 0) {
      firstOther = line;
    }
  }

  private boolean plain(int next) {
    for (int i = at; i < next; i++) {
      if (bytes[i] <= 0) {
        if (bytes[i] < 0) {
          return false;
        }
        suspect();
      }
      out.put((char) bytes[i]);
    }
    return true;
  }

  private void withMarks(int next) {
    out.clear();
    CharsetDecoder last = decoders.get(decoders.size() - 1).reset();
    ByteBuffer in = ByteBuffer.wrap(bytes, at, next - at);
    CoderResult result = last.decode(in, out, true);
    while (result.isError()) {
      out.put(MARK);
      marked(base + in.position());
      in.position(in.position() + damaged(in, result.length(), last.charset()));
      result = last.decode(in, out, true);
    }
    last.flush(out);
    out.flip();
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }
}
