package id.pde.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/**
 * Unpacks the members of a bundle for those who only look at them, one at a time, in a folder of
 * PDE's own. What a killed process left is removed by the next one. Safe for use by several threads
 * and processes.
 */
public final class Unpacking implements AutoCloseable {

  private final Bundles bundles;
  private final LockedFolders folders;

  public Unpacking(Home home, Bundles bundles) {
    this.bundles = bundles;
    this.folders =
        new LockedFolders(home.work().resolve("unpacked"), LockedFolders.Lasting.PASSING);
  }

  /** Looks at members. */
  public interface Taker {
    /**
     * A member.
     *
     * @param file its content, under its own name; gone afterwards
     */
    void opened(Bundles.Member member, Path file);

    /** A member that could not be unpacked. */
    void refused(Bundles.Member member, RunStopped why);
  }

  /** Whether a file is a bundle. */
  public boolean holds(Path file) {
    return bundles.holds(file);
  }

  /**
   * Shows every member in the order of the bundle.
   *
   * @throws SourceUnreadable where the bundle as a whole cannot be used
   * @throws LimitExceeded where a limit protects the machine
   */
  public void each(Path file, Taker taker) {
    try {
      folders.sweep();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    bundles.visit(
        file,
        FileNames.of(file),
        member -> {
          try {
            one(member, taker);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private void one(Bundles.Member member, Taker taker) throws IOException {
    Path folder = folders.create(UUID.randomUUID().toString());
    try {
      if (Files.getFileStore(folder).getUsableSpace() - Archive.FLOOR < member.bytes()) {
        throw new Archive.NoRoom(folder);
      }
      // Not beside the lock of the folder, whose name a member might have.
      Path inner = Files.createDirectory(folder.resolve("file"));
      Path target = FileNames.in(inner, FileNames.with(member.name(), ""));
      try {
        member.unpack(target);
      } catch (SourceUnreadable | LimitExceeded why) {
        taker.refused(member, why);
        return;
      }
      taker.opened(member, target);
    } finally {
      folders.remove(folder);
    }
  }

  @Override
  public void close() {
    try {
      folders.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
