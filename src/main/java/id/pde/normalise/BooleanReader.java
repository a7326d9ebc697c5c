package id.pde.normalise;

import id.pde.mapping.ColumnSpec.Reading;
import id.pde.model.Cell;
import id.pde.model.Text;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Yes or no, in the words of agencies. Declared words take the place of the known ones of their
 * side, and come before those of the other. No known word is a dash or a cross: what they mean
 * differs from form to form, so a mapping has to say it.
 */
final class BooleanReader implements ColumnReader {

  /** A tick from Wingdings arrives as u with dots, or as its code in the private area. */
  private static final List<String> TRUE =
      List.of(
          "ya", "y", "yes", "iya", "ada", "sudah", "sdh", "1", "true", "benar", "betul", "v",
          "\u2713", "\u2714", "\u2705", "\u2611", "\u221A", "\u00FC", "\uF0FC", "\uF0FE");

  private static final List<String> FALSE =
      List.of(
          "tidak",
          "tdk",
          "t",
          "no",
          "n",
          "tidak ada",
          "tdk ada",
          "belum",
          "blm",
          "0",
          "false",
          "salah");

  private static final Text NAME = new Text("Ya atau Tidak", "yes or no");

  private final Map<String, Boolean> words = new HashMap<>();
  private final Column.Context context;

  BooleanReader(Column.Context context) {
    this.context = context;
    Reading reading = context.spec().reading();
    put(reading.whenTrue().isEmpty() ? TRUE : List.of(), Boolean.TRUE);
    put(reading.whenFalse().isEmpty() ? FALSE : List.of(), Boolean.FALSE);
    put(reading.whenTrue(), Boolean.TRUE);
    put(reading.whenFalse(), Boolean.FALSE);
  }

  private void put(List<String> list, Boolean value) {
    for (String word : list) {
      String form = WordForm.of(word);
      words.put(form, value);
      // The usual spellings are found as they stand, without making a lower-case copy.
      words.put(form.toUpperCase(Locale.ROOT), value);
      if (!form.isEmpty()) {
        words.put(form.substring(0, 1).toUpperCase(Locale.ROOT) + form.substring(1), value);
      }
    }
  }

  @Override
  public @Nullable Object text(String raw, Findings findings) {
    Boolean value = words.get(raw);
    if (value != null) {
      return value;
    }
    String form = WordForm.of(raw);
    value = words.get(form);
    if (value != null || form.isEmpty()) {
      return value;
    }
    return findings.invalid(unknown(raw));
  }

  @Override
  public @Nullable Object number(Cell.Numeric cell, Findings findings) {
    String text = cell.text();
    return text(text.endsWith(".0") ? text.substring(0, text.length() - 2) : text, findings);
  }

  @Override
  public @Nullable Object moment(Cell.Moment cell, Findings findings) {
    return findings.invalid(CellFaults.otherKind("boolean.invalid", NAME));
  }

  @Override
  public @Nullable Object logical(Cell.Logical cell, Findings findings) {
    return cell.value();
  }

  @Override
  public @Nullable Object declared(String value, Findings findings) {
    return switch (WordForm.of(value)) {
      case "true" -> true;
      case "false" -> false;
      default -> text(value, findings);
    };
  }

  private Fault unknown(String raw) {
    Text declare =
        new Text(
            "betulkan sel, atau tulis kata ini pada when-true atau when-false di "
                + context.place(),
            "correct the cell, or write this word in when-true or when-false at "
                + context.place());
    return new Fault(
        "boolean.invalid",
        new Text("bukan " + NAME.id(), "is not " + NAME.en()),
        NumberFaults.isNoValueWord(raw)
            ? new Text(
                declare.id() + "; jika berarti tidak ada nilai, tulis no-value",
                declare.en() + "; if it means no value, write no-value")
            : declare);
  }
}
