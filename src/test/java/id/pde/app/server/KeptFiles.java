package id.pde.app.server;

import id.pde.route.door.MailWatch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Keeps what comes through a door in a folder. */
final class KeptFiles implements MailWatch.Desk {

  private final Path drafts;
  private final Path taken;
  private Step whenDrafted = () -> {};

  KeptFiles(Path folder) throws IOException {
    drafts = Files.createDirectories(folder.resolve("drafts"));
    taken = Files.createDirectories(folder.resolve("taken"));
  }

  /** What happens while a file comes. */
  interface Step {
    void take() throws IOException;
  }

  void whenDrafted(Step step) {
    whenDrafted = step;
  }

  List<String> taken() {
    return names(taken);
  }

  /** Drafts that nobody removed. */
  List<String> left() {
    return names(drafts);
  }

  String content(String name) throws IOException {
    return Files.readString(taken.resolve(name));
  }

  private static List<String> names(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Override
  public List<Path> answer(String name) {
    return List.of();
  }

  @Override
  public boolean isBusy() {
    return false;
  }

  @Override
  public boolean hasRoom(long bytes) {
    return true;
  }

  @Override
  public Path draft(String name) throws IOException {
    whenDrafted.take();
    return drafts.resolve(name);
  }

  @Override
  public Runnable take(Path draft) throws IOException {
    Files.move(draft, taken.resolve(draft.getFileName()));
    return () -> {};
  }

  @Override
  public void drop(Path draft) throws IOException {
    Files.deleteIfExists(draft);
  }
}
