package id.pde.codes;

import id.pde.codes.Validity.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is looked for in a list.
 *
 * @param value tidied text
 * @param levels that the code may have, the wanted one first where a name fits several; empty: any
 * @param parent a code above it, at any distance; null: any
 * @param system whose codes and names the value is one of; null: the list's own
 * @param span that the data speak of; null: not known
 */
public record Question(
    String value,
    List<String> levels,
    @Nullable String parent,
    @Nullable String system,
    @Nullable Span span) {

  public Question {
    levels = List.copyOf(levels);
  }

  /** A value of any level, parent and time. */
  public static Question of(String value) {
    return new Question(value, List.of(), null, null, null);
  }
}
