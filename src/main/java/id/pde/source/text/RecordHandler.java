package id.pde.source.text;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import id.pde.model.Location;
import id.pde.model.Text;
import id.pde.source.layout.Faults;
import id.pde.source.layout.GridRow;
import id.pde.source.layout.ReadLimits;
import id.pde.source.layout.RowFault;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes one array of texts per record, and counts physical lines. */
final class RecordHandler extends AbstractBaseCsvCallbackHandler<GridRow> {

  private final TextReader reader;
  private final ReadLimits limits;
  private @Nullable String[] texts = new String[0];
  private int count;
  private int likely = 16;
  private int characters;
  private List<RowFault> faults = List.of();

  /**
   * FastCSV 4.3.1 counts too few lines after a lone CR inside of a quoted field, so they are
   * counted here.
   */
  private long line;

  private int linesOfRecord = 1;

  RecordHandler(TextReader reader, ReadLimits limits) {
    this.reader = reader;
    this.limits = limits;
  }

  @Override
  protected void handleBegin(long startingLineNumber) {
    line += linesOfRecord;
    linesOfRecord = 1;
    texts = new String[likely];
    count = 0;
    characters = 0;
    faults = List.of();
  }

  @Override
  protected void handleField(int fieldIdx, char[] buffer, int offset, int length, boolean quoted) {
    String text = length == 0 ? "" : new String(buffer, offset, length);
    if (quoted) {
      linesOfRecord += breaks(text);
    }
    if (reader.suspicious()) {
      text = inspect(text);
    }
    characters += length;
    add(text);
  }

  @Override
  protected void handleEmpty() {
    add("");
  }

  private void add(String text) {
    if (count == texts.length) {
      grow();
    }
    texts[count++] = text;
    if (characters > limits.recordCharacters()) {
      throw Faults.limit(
          "limit.record",
          new Location.Line(line, 0, null),
          new Text(
              "Baris ini lebih panjang daripada batas " + limits.recordCharacters() + " karakter.",
              "This row is longer than the limit of " + limits.recordCharacters() + " characters."),
          null);
    }
  }

  private void grow() {
    if (count >= limits.columns()) {
      throw Faults.limit(
          "limit.columns",
          new Location.Line(line, 0, null),
          new Text(
              "Baris ini berisi lebih dari " + limits.columns() + " isian, batas yang dibaca.",
              "This row has more than " + limits.columns() + " fields, the limit."),
          null);
    }
    texts = Arrays.copyOf(texts, Math.min(limits.columns(), Math.max(16, 2 * count)));
  }

  @Override
  protected GridRow buildRecord() {
    likely = Math.max(1, count);
    @Nullable String[] exact = texts.length > 2 * count + 16 ? Arrays.copyOf(texts, count) : texts;
    return GridRow.ofTexts(line, count, exact, faults);
  }

  /** Breaks inside of a quoted field: CR, LF, or both as one. */
  private static int breaks(String text) {
    int breaks = 0;
    for (int i = 0; i < text.length(); i++) {
      char sign = text.charAt(i);
      if (sign == '\r' || (sign == '\n' && (i == 0 || text.charAt(i - 1) != '\r'))) {
        breaks++;
      }
    }
    return breaks;
  }

  /** Notes the faults of a text and replaces their marks by the sign for "unknown". */
  private String inspect(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    boolean faulty = false;
    for (int i = 0; i < text.length(); i++) {
      char sign = text.charAt(i);
      boolean paired = i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
      if (sign == TextReader.MARK && !paired) {
        note(new RowFault(RowFault.Kind.UNDECODABLE, count + 1, reader.nextOffset()));
      } else if (sign == 0) {
        note(new RowFault(RowFault.Kind.NUL, count + 1, -1));
      } else {
        clean.append(sign);
        continue;
      }
      faulty = true;
      clean.append('\uFFFD');
    }
    return faulty ? clean.toString() : text;
  }

  private void note(RowFault fault) {
    if (faults.isEmpty()) {
      faults = new ArrayList<>();
    }
    faults.add(fault);
  }
}
