package id.pde.source;

import id.pde.mapping.SourceSpec;
import id.pde.model.Location;
import id.pde.source.layout.ReadLimits;
import id.pde.source.sheet.Passwords;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file to open, and what is known about it.
 *
 * @param whole the delivery, by the name its sender gave it
 * @param passwords for locks inside of the file
 */
record Opening(
    Path file,
    Location whole,
    SourceSpec source,
    ReadLimits limits,
    Passwords passwords,
    Purpose purpose) {

  /** The charset that the mapping declares; of several the first. */
  Optional<String> charset() {
    return source.text().charsets().stream().findFirst();
  }

  /** What the file is opened for. */
  enum Purpose {
    /** To load it as the mapping says. */
    LOAD,
    /** To show what is in it. */
    SHOW
  }
}
