package id.pde.run.pull;

import id.pde.run.SourceUnreadable;
import java.util.List;

/** Looks whether the databases of agencies can be read. */
public interface Sources {

  /** The names that routes use, in alphabetical order. */
  List<String> names();

  /**
   * Opens a connection as a pull does, and looks around.
   *
   * @throws SourceUnreadable where that is not possible, with the reason
   */
  Probe test(String connection);

  /**
   * What was found.
   *
   * @param product as the database calls itself, with its version
   * @param openMillis until the connection stood
   * @param answerMillis until a question was answered
   * @param tables that this user sees, schema in front where there are several; the first 1,000
   */
  record Probe(
      String connection,
      String product,
      long openMillis,
      long answerMillis,
      Writing writing,
      List<String> tables) {
    public Probe {
      tables = List.copyOf(tables);
    }
  }

  /** Who keeps a statement from writing. */
  enum Writing {
    /** The database itself. */
    REFUSED_THERE,
    /** Only PDE, which asks nothing but SELECT and never commits. */
    REFUSED_HERE
  }
}
