package id.pde.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Opens files that hold several deliveries: ZIP archives of tables. */
public interface Bundles {

  /**
   * Whether a file is a bundle, by its content: workbooks that are packed like one are none.
   *
   * @throws java.io.UncheckedIOException when it cannot be read from the disk
   */
  boolean holds(Path file);

  /**
   * Visits the members in the order of the bundle. Folders are none, nor is what operating systems
   * and office programs leave beside the files of people.
   *
   * @param name of the bundle, as the sender named it
   * @throws SourceUnreadable where the bundle as a whole cannot be used: no member was visited then
   * @throws LimitExceeded where a limit protects the machine: no member was visited then
   */
  void visit(Path file, String name, Consumer<Member> visitor);

  /** A file in a bundle. */
  interface Member {

    /** Its path in the bundle, with {@code /} between its segments. */
    String path();

    /** Its size as the bundle tells it; it never unpacks to more. */
    long bytes();

    /**
     * Writes its content into a new file.
     *
     * @throws SourceUnreadable where it cannot be unpacked; others may be sound
     * @throws LimitExceeded where a limit protects the machine
     * @throws IOException where the target cannot be written
     */
    void unpack(Path target) throws IOException;

    /** Its name without folders. */
    default String name() {
      return path().substring(path().lastIndexOf('/') + 1);
    }

    /**
     * The name of the folder that it lies in.
     *
     * @param outside the folder of the bundle, for members that lie in none
     */
    default String folder(String outside) {
      return Packed.folder(path(), outside);
    }
  }
}
