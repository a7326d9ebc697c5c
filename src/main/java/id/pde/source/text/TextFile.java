package id.pde.source.text;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import id.pde.model.Issue;
import id.pde.model.Location;
import id.pde.model.Text;
import id.pde.run.RunStopped;
import id.pde.source.layout.Faults;
import id.pde.source.layout.GridRow;
import id.pde.source.layout.LayoutPlan;
import id.pde.source.layout.ReadLimits;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A text file whose charset and delimiter are decided. Immutable. */
public final class TextFile {

  /** Enough to see a header behind long titles; one read of a disk. */
  private static final int SAMPLE = 1 << 16;

  private final Path path;
  private final Location whole;
  private final ReadLimits limits;
  private final Encoding encoding;
  private final long length;
  private final char delimiter;
  private final char quote;
  private final boolean declaresDelimiter;

  private TextFile(Path path, Location whole, ReadLimits limits, Form form) {
    this.path = path;
    this.whole = whole;
    this.limits = limits;
    this.encoding = form.encoding;
    this.length = form.length;
    this.delimiter = form.delimiter;
    this.quote = form.quote;
    this.declaresDelimiter = form.declaresDelimiter;
  }

  private record Form(
      Encoding encoding, long length, char delimiter, char quote, boolean declaresDelimiter) {}

  /**
   * What a mapping says about the text.
   *
   * @param charset obeyed strictly; empty: by content
   * @param delimiter empty: by content
   */
  public record Declared(Optional<String> charset, Optional<Character> delimiter, char quote) {
    public static final Declared NOTHING = new Declared(Optional.empty(), Optional.empty(), '"');
  }

  /** Decides charset and delimiter; the plan's headings help with the latter. */
  public static TextFile open(
      Path path, Location whole, Declared declared, LayoutPlan plan, ReadLimits limits)
      throws IOException {
    Encoding encoding = EncodingFinder.find(path, whole, declared.charset());
    long length = lengthWithoutEndMark(path, encoding);
    String sample = sample(path, encoding, length);
    Optional<Character> inside = DelimiterFinder.declaredInside(sample);
    char delimiter =
        declared
            .delimiter()
            .or(() -> inside)
            .orElseGet(() -> DelimiterFinder.find(sample, declared.quote(), plan));
    return new TextFile(
        path,
        whole,
        limits,
        new Form(encoding, length, delimiter, declared.quote(), inside.isPresent()));
  }

  /** What is to know about the file as a whole. */
  public List<Issue> notes() {
    if (!encoding.guessed()) {
      return List.of();
    }
    return List.of(
        Faults.note(
            "charset.windows-1252",
            whole,
            new Text(
                "Berkas bukan UTF-8 yang sah; dibaca sebagai windows-1252.",
                "The file is not valid UTF-8; it is read as windows-1252."),
            new Text(
                "Simpan berkas sebagai UTF-8, atau tulis \"charset\" di pemetaan.",
                "Save the file as UTF-8, or write \"charset\" in the mapping.")));
  }

  /** Every record in order; blank lines only where {@code blanks} says so. */
  public void records(Blanks blanks, Consumer<GridRow> taker) throws IOException {
    try (TextReader reader = reader()) {
      CsvReader<GridRow> records =
          CsvReader.builder()
              .fieldSeparator(delimiter)
              .quoteCharacter(quote)
              .skipEmptyLines(blanks == Blanks.PASS)
              .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
              .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
              .allowUnclosedQuote(false)
              .detectBomHeader(false)
              .maxBufferSize(limits.cellCharacters())
              .build(new RecordHandler(reader, limits), reader);
      Iterator<GridRow> iterator = records.iterator();
      boolean first = declaresDelimiter;
      for (GridRow row = next(iterator); row != null; row = next(iterator)) {
        if (!first) {
          taker.accept(row);
        }
        first = false;
      }
    }
  }

  /** What happens to blank lines. */
  public enum Blanks {
    PASS,
    SHOW
  }

  private @Nullable GridRow next(Iterator<GridRow> iterator) throws IOException {
    try {
      return iterator.hasNext() ? iterator.next() : null;
    } catch (CsvParseException broken) {
      if (broken.getCause() instanceof RunStopped stopped) {
        throw stopped;
      }
      throw new QuoteDiagnosis(delimiter, quote, limits).of(reader(), whole, broken);
    }
  }

  private TextReader reader() throws IOException {
    return new TextReader(Files.newInputStream(path), encoding, length);
  }

  private static String sample(Path path, Encoding encoding, long length) throws IOException {
    try (TextReader reader = new TextReader(Files.newInputStream(path), encoding, length)) {
      char[] signs = new char[SAMPLE];
      int count = 0;
      int read = 0;
      while (read >= 0 && count < SAMPLE) {
        read = reader.read(signs, count, SAMPLE - count);
        count += Math.max(0, read);
      }
      String sample = new String(signs, 0, count);
      int lastLine = Math.max(sample.lastIndexOf('\n'), sample.lastIndexOf('\r'));
      // A record that the sample cuts off would speak for the wrong delimiter.
      return count == SAMPLE && lastLine > 0 ? sample.substring(0, lastLine + 1) : sample;
    }
  }

  /** Programs of the DOS age end a text with one or more signs 0x1A (^Z). */
  private static long lengthWithoutEndMark(Path path, Encoding encoding) throws IOException {
    int unit = encoding.charset().name().startsWith("UTF-16") ? 2 : 1;
    int low = encoding.charset().equals(StandardCharsets.UTF_16BE) ? 1 : 0;
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
      long end = file.length();
      while (end - unit >= encoding.skip() && endsWithMark(file, end, unit, low)) {
        end -= unit;
      }
      return end;
    }
  }

  private static boolean endsWithMark(RandomAccessFile file, long end, int unit, int low)
      throws IOException {
    byte[] last = new byte[unit];
    file.seek(end - unit);
    file.readFully(last);
    return last[low] == 0x1A && (unit == 1 || last[1 - low] == 0);
  }
}
