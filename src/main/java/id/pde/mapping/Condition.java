package id.pde.mapping;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A condition on the fields of a row, compiled with its mapping. Safe for several threads. */
public interface Condition {

  /**
   * The headings that it names, as written; the order in which {@link #test} takes their fields.
   */
  List<String> headings();

  /**
   * Whether it holds.
   *
   * @param fields tidied text of each heading's field; null where nothing is there
   */
  Verdict test(@Nullable String[] fields);

  /** What came of it. */
  enum Verdict {
    HOLDS,
    HOLDS_NOT,
    /** It could not be worked out for these values, such as a word where it needs a number. */
    FAILED
  }
}
