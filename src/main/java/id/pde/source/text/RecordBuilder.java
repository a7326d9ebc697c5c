package id.pde.source.text;

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

/** Makes one array of texts per record, with the faults of its bytes and quotes. */
final class RecordBuilder {

  private final Signs signs;
  private final ReadLimits limits;
  private @Nullable String[] texts = new String[0];
  private int count;
  private int likely = 16;
  private int characters;
  private long line;
  private List<RowFault> faults = List.of();

  RecordBuilder(Signs signs, ReadLimits limits) {
    this.signs = signs;
    this.limits = limits;
  }

  /**
   * Begins a record.
   *
   * @param start the line where it begins
   */
  void begin(long start) {
    line = start;
    texts = new String[likely];
    count = 0;
    characters = 0;
    faults = List.of();
  }

  /** How many fields are complete. */
  int count() {
    return count;
  }

  void add(String field) {
    String text = signs.suspicious() ? inspect(field) : field;
    if (count == texts.length) {
      grow();
    }
    texts[count++] = text;
    characters += text.length();
    if (text.length() > limits.cellCharacters()) {
      throw tooLongField();
    }
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

  RuntimeException tooLongField() {
    return Faults.limit(
        "limit.cell",
        new Location.Line(line, count + 1, null),
        new Text(
            "Isian ini lebih panjang daripada batas " + limits.cellCharacters() + " karakter.",
            "This field is longer than the limit of " + limits.cellCharacters() + " characters."),
        null);
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

  GridRow build() {
    likely = Math.max(1, count);
    @Nullable String[] exact = texts.length > 2 * count + 16 ? Arrays.copyOf(texts, count) : texts;
    return GridRow.ofTexts(line, count, exact, faults);
  }

  /** Notes the faults of a text and replaces their marks by the sign for "unknown". */
  private String inspect(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    boolean faulty = false;
    for (int i = 0; i < text.length(); i++) {
      char sign = text.charAt(i);
      boolean paired = i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
      if (sign == Signs.MARK && !paired) {
        note(new RowFault(RowFault.Kind.UNDECODABLE, count + 1, signs.nextOffset()));
      } else if (sign == 0) {
        note(RowFault.Kind.NUL, count + 1);
      } else {
        clean.append(sign);
        continue;
      }
      faulty = true;
      clean.append('\uFFFD');
    }
    return faulty ? clean.toString() : text;
  }

  /**
   * Notes a fault that has no byte of its own.
   *
   * @param column from 1
   */
  void note(RowFault.Kind kind, int column) {
    note(new RowFault(kind, column, -1));
  }

  private void note(RowFault fault) {
    if (faults.isEmpty()) {
      faults = new ArrayList<>();
    }
    faults.add(fault);
  }
}
