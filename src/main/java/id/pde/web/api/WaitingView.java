package id.pde.web.api;

import id.pde.run.overview.Quarantine.Group;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Issues of one kind in one run.
 *
 * @param example a place
 */
record WaitingView(
    long run,
    String mapping,
    String agency,
    String file,
    String code,
    @Nullable String column,
    long issues,
    String example) {

  /** Of a list as CSV. */
  static final String HEADER = "run,mapping,agency,file,code,column,issues,example";

  static WaitingView of(Group group) {
    return new WaitingView(
        group.run(),
        group.mapping(),
        group.agency(),
        group.file(),
        group.code(),
        group.column(),
        group.issues(),
        group.example());
  }

  /** As the header names them. */
  List<String> fields() {
    return List.of(
        Long.toString(run),
        mapping,
        agency,
        file,
        code,
        column == null ? "" : column,
        Long.toString(issues),
        example);
  }
}
