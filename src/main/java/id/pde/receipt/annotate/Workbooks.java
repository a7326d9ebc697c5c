package id.pde.receipt.annotate;

import id.pde.model.Language;
import id.pde.model.Text;
import id.pde.run.RunReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gives agencies their workbooks back. */
public interface Workbooks {

  /** Gives none. */
  Workbooks NONE = (reports, head, language) -> null;

  /**
   * Makes one.
   *
   * @param reports of all runs of one file
   * @param head lines that say what became of it
   * @return null: there is nothing to correct
   * @throws IOException when it cannot be written; it is tried again later
   */
  @Nullable Made make(List<RunReport> reports, List<String> head, Language language)
      throws IOException;

  /**
   * What came of it.
   *
   * @param file where it lies until it is moved; null: it could not be made
   * @param ending of its name
   * @param why it could not be made
   */
  record Made(@Nullable Path file, String ending, Text why) {}
}
