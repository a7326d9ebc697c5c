package id.pde.route.door;

import java.io.IOException;
import java.nio.file.Path;

/** Where files are written while they come; what a killed process leaves there is removed. */
public interface Drafts {

  /** Where a file of that name can be written. */
  Path draft(String name) throws IOException;

  void drop(Path draft) throws IOException;
}
