package id.pde.mapping;

import id.pde.model.Location.FilePlace;
import id.pde.model.Text;
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

  /** Where it stands in the mapping file. */
  FilePlace place();

  /** Why the verdict of these fields is FAILED; names no value. */
  default Failure failure(@Nullable String[] fields) {
    return new Failure(
        new Text(
            "syarat tidak dapat dihitung dengan isi baris ini",
            "the condition has no answer for what this row holds"),
        new Text("periksa barisnya dan syaratnya", "check the row and the condition"));
  }

  /** What came of it. */
  enum Verdict {
    HOLDS,
    HOLDS_NOT,
    /** It could not be worked out for these values, such as a word where it needs a number. */
    FAILED
  }

  /** What to say of a row without a verdict. */
  record Failure(Text message, Text fix) {}
}
