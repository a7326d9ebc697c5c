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
   * @param cells what it shows, in the order of the sheets; an issue of the delivery as a whole is
   *     none
   * @param left how many issues it tells by kind and number only
   */
  record Made(@Nullable Path file, String ending, Text why, List<MarkedCell> cells, long left) {

    public Made {
      cells = List.copyOf(cells);
    }

    /** None could be made. */
    static Made none(Text why) {
      return new Made(null, "", why, List.of(), 0);
    }
  }
}
