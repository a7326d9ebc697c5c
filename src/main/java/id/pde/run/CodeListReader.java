package id.pde.run;

import id.pde.codes.CodeList;
import id.pde.codes.Decision;
import id.pde.model.Issue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the text of a code list. */
public interface CodeListReader {

  /**
   * Never throws for what the files hold.
   *
   * @param beside files that stand beside the list: {@code <list>.decisions.csv}, and one for each
   *     other system, {@code <list>.<system>.csv}
   */
  Read read(CodeFile file, List<CodeFile> beside);

  /**
   * A file of decisions without one of them; its other lines stay as they are written.
   *
   * @param content of {@code <list>.decisions.csv}, whose columns may stand in any order
   */
  String without(String content, Decision decision);

  /**
   * A file of {@code mappings/codes/}.
   *
   * @param name of the list; of a file beside it what follows: {@code decisions}, {@code bps}
   * @param file the name that faults show
   */
  record CodeFile(String name, String file, String content) {}

  /**
   * What came of the files.
   *
   * @param list null where a fault is more than a warning
   */
  record Read(@Nullable CodeList list, List<Issue> faults) {
    public Read {
      faults = List.copyOf(faults);
    }
  }
}
