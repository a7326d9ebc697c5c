package id.pde.run;

import id.pde.codes.CodeList;
import id.pde.model.Issue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the text of a code list. */
public interface CodeListReader {

  /** Never throws for what the file holds. */
  Read read(CodeFile file);

  /**
   * A file of {@code mappings/codes/}.
   *
   * @param list the name of the list
   * @param file the name that faults show
   */
  record CodeFile(String list, String file, String content) {}

  /**
   * What came of a file.
   *
   * @param list null where a fault is more than a warning
   */
  record Read(@Nullable CodeList list, List<Issue> faults) {
    public Read {
      faults = List.copyOf(faults);
    }
  }
}
