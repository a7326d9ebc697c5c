package id.pde.run.resubmit;

import java.nio.file.Path;
import java.util.Optional;

/** Looks for PDE's marks in files. */
@FunctionalInterface
public interface AnswerMarks {

  /** Finds none. */
  AnswerMarks NONE = file -> Optional.empty();

  /** The mark of a file; empty: it has none, or cannot be opened. */
  Optional<AnswerMark> of(Path file);

  /** The mark of a file that was made to be filled; empty: it is none, or cannot be opened. */
  default Optional<TemplateMark> template(Path file) {
    return Optional.empty();
  }
}
