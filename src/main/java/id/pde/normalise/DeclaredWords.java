package id.pde.normalise;

import id.pde.mapping.ColumnSpec.Reading;
import id.pde.model.Cell;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Looks for the words that the mapping declares before the type is asked. */
final class DeclaredWords implements ColumnReader {

  /** Stands for "no value" among the declared values. */
  private static final String NO_VALUE = "";

  private final Map<String, String> words = new HashMap<>();
  private final ColumnReader reader;
  private int longest;

  DeclaredWords(Reading reading, ColumnReader reader) {
    this.reader = reader;
    reading.values().forEach((word, value) -> put(word, value));
    reading.noValue().forEach(word -> put(word, NO_VALUE));
  }

  private void put(String word, String value) {
    String form = WordForm.of(word);
    longest = Math.max(longest, form.length());
    words.put(form, value);
  }

  boolean knows(String raw) {
    return find(raw) != null;
  }

  private @Nullable String find(String raw) {
    String tidy = Tidy.word(raw);
    return tidy.length() > longest ? null : words.get(WordForm.of(tidy));
  }

  @Override
  public @Nullable Object text(String raw, Findings findings) {
    String value = find(raw);
    return value == null ? reader.text(raw, findings) : declared(value, findings);
  }

  @Override
  public @Nullable Object number(Cell.Numeric cell, Findings findings) {
    String value = find(cell.text());
    return value == null ? reader.number(cell, findings) : declared(value, findings);
  }

  @Override
  public @Nullable Object moment(Cell.Moment cell, Findings findings) {
    String value = find(cell.text());
    return value == null ? reader.moment(cell, findings) : declared(value, findings);
  }

  @Override
  public @Nullable Object logical(Cell.Logical cell, Findings findings) {
    String value = find(cell.text());
    return value == null ? reader.logical(cell, findings) : declared(value, findings);
  }

  @Override
  public @Nullable Object declared(String value, Findings findings) {
    return value.isEmpty() ? null : reader.declared(value, findings);
  }
}
