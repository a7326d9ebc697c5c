package id.pde.cli;

import id.pde.model.Issue;
import java.util.List;

/**
 * The mapping that the words name cannot be used: exit code 2, or 5 where there is none of that
 * name.
 */
final class FaultyMapping extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Issue> faults;
  private final boolean present;

  FaultyMapping(List<Issue> faults, boolean present) {
    super("the mapping has faults");
    this.faults = List.copyOf(faults);
    this.present = present;
  }

  List<Issue> faults() {
    return faults;
  }

  boolean present() {
    return present;
  }
}
