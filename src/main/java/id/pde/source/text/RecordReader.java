package id.pde.source.text;

import id.pde.source.layout.GridRow;
import id.pde.source.layout.ReadLimits;
import id.pde.source.layout.RowFault;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Takes a text apart into records, as RFC 4180 has it and, where that is silent, as Excel reads: a
 * quote inside of an unquoted field is a sign as any other, and what follows a closing quote
 * belongs to the field. Lines are counted as editors do, also inside of quotes and over lone CRs.
 */
final class RecordReader implements Records {

  private static final int LOOK_AHEAD = 1 << 16;

  private final Signs signs;
  private final Dialect dialect;
  private final ReadLimits limits;
  private final TextFile.Stance stance;
  private final RecordBuilder record;
  private final boolean padded;
  private final boolean[] plainStops;
  private final boolean[] quotedStops;

  private char[] buffer = new char[1 << 16];
  private int at;
  private int end;

  /** Where the part of the field begins that is still in the buffer; nothing before is kept. */
  private int start;

  /** The parts of a field that does not stand in one piece. */
  private final StringBuilder joined = new StringBuilder();

  private long line = 1;
  private long opened;
  private boolean inQuotes;
  private int usual;

  RecordReader(Signs signs, Dialect dialect, ReadLimits limits, TextFile.Stance stance) {
    this.signs = signs;
    this.dialect = dialect;
    this.limits = limits;
    this.stance = stance;
    this.record = new RecordBuilder(signs, limits);
    this.padded = dialect.padding() == Dialect.Padding.BLANK;
    this.plainStops = stops('\n', '\r', dialect.delimiter(), dialect.escape());
    this.quotedStops = stops('\n', '\r', dialect.quote(), dialect.escape());
  }

  private static boolean[] stops(char... signs) {
    boolean[] stops = new boolean[1 << 16];
    for (char sign : signs) {
      stops[sign] = true;
    }
    stops[Dialect.NONE] = false;
    return stops;
  }

  private enum Stop {
    DELIMITER,
    BREAK,
    END
  }

  @Override
  public @Nullable GridRow next() throws IOException {
    start = at;
    if (at == end && !fill()) {
      return null;
    }
    record.begin(line);
    if (buffer[at] == '\uFEFF') {
      // The mark of a file that was joined to the end of another.
      at++;
    }
    Stop stop = field();
    while (stop == Stop.DELIMITER) {
      stop = field();
    }
    GridRow row = record.build();
    usual = row.width() > 1 ? row.width() : usual;
    return row;
  }

  private Stop field() throws IOException {
    start = at;
    if (at == end && !fill()) {
      record.add("");
      return Stop.END;
    }
    if (padded && record.count() > 0 && buffer[at] == ' ') {
      at++;
      start = at;
      if (at == end && !fill()) {
        record.add("");
        return Stop.END;
      }
    }
    if (buffer[at] == dialect.quote() && dialect.quote() != Dialect.NONE) {
      at++;
      start = at;
      return quoted();
    }
    return plain();
  }

  /** Up to the end of the field, where a quote means nothing. */
  private Stop plain() throws IOException {
    boolean[] stops = plainStops;
    while (true) {
      char[] signsHere = buffer;
      int here = at;
      while (here < end && !stops[signsHere[here]]) {
        here++;
      }
      at = here;
      if (at == end && fill()) {
        continue;
      }
      if (at < end && buffer[at] == dialect.escape()) {
        escape();
        continue;
      }
      take();
      return stop();
    }
  }

  private Stop quoted() throws IOException {
    opened = line;
    inQuotes = true;
    while (true) {
      while (at < end && !quotedStops[buffer[at]]) {
        at++;
      }
      if (at == end) {
        if (!fill()) {
          throw new QuoteRefusal(opened, record.count() + 1).unclosed();
        }
        continue;
      }
      char sign = buffer[at];
      if (sign == dialect.escape()) {
        escape();
      } else if (sign != dialect.quote()) {
        passBreak();
      } else if (!doubled()) {
        inQuotes = false;
        return closed();
      }
    }
  }

  /** A quote that is written twice stands for one. */
  private boolean doubled() throws IOException {
    if (!hasNext() || buffer[at + 1] != dialect.quote()) {
      return false;
    }
    join(at + 1);
    at += 2;
    start = at;
    return true;
  }

  /** At a closing quote. */
  private Stop closed() throws IOException {
    boolean goesOn = hasNext() && !endsField(buffer[at + 1]);
    if (!goesOn) {
      take();
      at++;
      return stop();
    }
    boolean escaped = at > start && buffer[at - 1] == '\\';
    join(at);
    at++;
    start = at;
    tail(escaped);
    return plain();
  }

  private boolean endsField(char sign) {
    return plainStops[sign] && sign != dialect.escape();
  }

  /** Behind a field. */
  private Stop stop() throws IOException {
    start = at;
    if (at == end && !fill()) {
      return Stop.END;
    }
    if (buffer[at] == dialect.delimiter()) {
      at++;
      return Stop.DELIMITER;
    }
    passBreak();
    return Stop.BREAK;
  }

  /** The field goes on behind its closing quote. */
  private void tail(boolean escaped) throws IOException {
    int length = 0;
    while (at + length < end || more(length)) {
      char sign = buffer[at + length];
      if (sign == '\n' || sign == '\r') {
        break;
      }
      length++;
    }
    String rest = new String(buffer, at, length);
    int blanks = 0;
    while (blanks < length && (rest.charAt(blanks) == ' ' || rest.charAt(blanks) == '\t')) {
      blanks++;
    }
    if (blanks == length || rest.charAt(blanks) == dialect.delimiter()) {
      return;
    }
    boolean local =
        opened == line
            && length < LOOK_AHEAD
            && StrayQuote.isLocal(rest, dialect, record.count(), usual);
    if (!local && stance == TextFile.Stance.LOAD) {
      throw new QuoteRefusal(opened, record.count() + 1).stray(line, escaped);
    }
    record.note(
        escaped ? RowFault.Kind.ESCAPED_QUOTE : RowFault.Kind.STRAY_QUOTE, record.count() + 1);
  }

  private boolean more(int length) throws IOException {
    return length < LOOK_AHEAD && fill();
  }

  /** At an escape sign: what follows belongs to the field, if it means anything elsewhere. */
  private void escape() throws IOException {
    if (!hasNext()) {
      at++;
      return;
    }
    char next = buffer[at + 1];
    if (!plainStops[next] && next != dialect.quote()) {
      at++;
      return;
    }
    join(at);
    at++;
    start = at;
    if (next == '\n' || next == '\r') {
      passBreak();
    } else {
      at++;
    }
  }

  /** At CR, LF or both, which count as one. */
  private void passBreak() throws IOException {
    line++;
    if (buffer[at] == '\r' && hasNext() && buffer[at + 1] == '\n') {
      at++;
    }
    at++;
  }

  private boolean hasNext() throws IOException {
    return at + 1 < end || fill();
  }

  private void join(int to) {
    joined.append(buffer, start, to - start);
  }

  private void take() {
    if (joined.isEmpty()) {
      record.add(start == at ? "" : new String(buffer, start, at - start));
      return;
    }
    join(at);
    record.add(joined.toString());
    joined.setLength(0);
  }

  /** Reads on; what stands before {@code start} is gone afterwards. */
  private boolean fill() throws IOException {
    System.arraycopy(buffer, start, buffer, 0, end - start);
    at -= start;
    end -= start;
    start = 0;
    if (end + joined.length() > limits.cellCharacters()) {
      throw inQuotes
          ? new QuoteRefusal(opened, record.count() + 1).tooLong(limits.cellCharacters())
          : record.tooLongField();
    }
    if (end == buffer.length) {
      buffer = Arrays.copyOf(buffer, 2 * buffer.length);
    }
    int count = signs.read(buffer, end, buffer.length - end);
    if (count < 0) {
      return false;
    }
    end += count;
    return true;
  }
}
