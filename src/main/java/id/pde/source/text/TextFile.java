package id.pde.source.text;

import id.pde.mapping.SourceSpec.TextForm;
import id.pde.model.Issue;
import id.pde.model.Location;
import id.pde.source.layout.GridRow;
import id.pde.source.layout.LayoutPlan;
import id.pde.source.layout.ReadLimits;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A text file whose charset and delimiter are decided. Immutable. */
public final class TextFile {

  /** Enough to see a header behind long titles; one read of a disk. */
  private static final int SAMPLE = 1 << 16;

  private final Path path;
  private final ReadLimits limits;
  private final Plan plan;
  private final Encoding encoding;
  private final long length;
  private final Dialect dialect;
  private final CharsetNotes notes;
  private final Start start;

  private TextFile(Path path, Location whole, ReadLimits limits, Plan plan) throws IOException {
    this.path = path;
    this.limits = limits;
    this.plan = plan;
    this.notes = new CharsetNotes(path, whole);
    this.encoding = new EncodingFinder(path, whole).find(plan.form().charsets(), plan.stance());
    this.length = EndMark.lengthWithout(path, encoding);
    String sample = plan.form().widths().isEmpty() ? sample() : "";
    Optional<Character> inside = DelimiterFinder.declaredInside(sample);
    this.start = inside.isPresent() ? Start.SEPARATOR_LINE : Start.TABLE;
    this.dialect = dialect(sample, inside);
  }

  /** What the first line is. */
  private enum Start {
    TABLE,
    SEPARATOR_LINE
  }

  /** What becomes of a file that can be read in two ways. */
  public enum Stance {
    /** It is refused. */
    LOAD,
    /** It is shown as a spreadsheet program shows it. */
    LOOK
  }

  /**
   * How a file is opened.
   *
   * @param layout its headings help to find the delimiter
   */
  public record Plan(TextForm form, LayoutPlan layout, Stance stance) {
    /** Without a mapping. */
    public static final Plan LOOK = new Plan(TextForm.AUTO, LayoutPlan.plain(), Stance.LOOK);
  }

  /** Decides charset and delimiter. */
  public static TextFile open(Path path, Location whole, Plan plan, ReadLimits limits)
      throws IOException {
    return new TextFile(path, whole, limits, plan);
  }

  private Dialect dialect(String sample, Optional<Character> inside) {
    TextForm form = plan.form();
    if (!form.widths().isEmpty()) {
      return Dialect.LINES;
    }
    if (plan.stance() == Stance.LOOK && form.equals(TextForm.AUTO)) {
      return new QuoteFinder(sample).find(inside);
    }
    Dialect known =
        new Dialect(
            Dialect.NONE, form.quote().orElse(Dialect.NONE), form.escape().orElse(Dialect.NONE));
    return form.delimiter()
        .or(() -> inside)
        .map(known::with)
        .orElseGet(() -> DelimiterFinder.find(sample, known, plan.layout()));
  }

  /** What parts its fields; empty where nothing does, or more than a sign. */
  public Optional<Character> delimiter() {
    boolean padded = dialect.padding() == Dialect.Padding.BLANK;
    return padded ? Optional.empty() : sign(dialect.delimiter());
  }

  /** What stands around its fields. */
  public Optional<Character> quote() {
    return sign(dialect.quote());
  }

  /** What makes the next sign part of its field. */
  public Optional<Character> escape() {
    return sign(dialect.escape());
  }

  private static Optional<Character> sign(char sign) {
    return sign == Dialect.NONE ? Optional.empty() : Optional.of(sign);
  }

  /** The names of its charsets; several: each line in the first that fits. */
  public List<String> charsets() {
    return encoding.charsets().stream().map(Charset::name).toList();
  }

  /** What is to know about the file as a whole. */
  public List<Issue> notes() {
    return encoding.notes();
  }

  /** What happens to blank lines. */
  public enum Blanks {
    PASS,
    SHOW
  }

  /**
   * Shows every record in order; blank lines only where {@code blanks} says so.
   *
   * @return what is to know about the file when it was read
   */
  public List<Issue> records(Blanks blanks, Consumer<GridRow> taker) throws IOException {
    try (Signs signs = signs()) {
      Records records = records(signs);
      GridRow row = records.next();
      if (row != null && start == Start.SEPARATOR_LINE) {
        row = records.next();
      }
      for (; row != null; row = records.next()) {
        if (blanks == Blanks.SHOW || row.width() > 1 || !row.text(0).isEmpty()) {
          taker.accept(row);
        }
      }
      return byLine(signs);
    }
  }

  private Records records(Signs signs) {
    Records records = new RecordReader(signs, dialect, limits, plan.stance());
    List<Integer> widths = plan.form().widths();
    return widths.isEmpty() ? records : new FixedReader(records, widths);
  }

  private List<Issue> byLine(Signs signs) {
    boolean declared = !plan.form().charsets().isEmpty();
    return declared && signs instanceof LineReader lines && lines.others() > 0
        ? List.of(notes.byLine(encoding, lines))
        : List.of();
  }

  private Signs signs() throws IOException {
    InputStream stream = Files.newInputStream(path);
    return encoding.charsets().size() == 1
        ? new TextReader(stream, encoding, length)
        : new LineReader(stream, encoding, length, limits);
  }

  private String sample() throws IOException {
    try (Signs reader = signs()) {
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
}
