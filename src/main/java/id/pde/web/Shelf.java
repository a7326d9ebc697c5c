package id.pde.web;

import id.pde.run.MappingFiles;
import id.pde.run.MappingFolder;
import id.pde.run.PanelFiles;
import id.pde.run.PanelFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The mapping files as pages show them: read again only when a file came, went or changed. Safe for
 * use by many threads.
 */
public final class Shelf {

  private static final Duration FRESH = Duration.ofSeconds(1);

  private final MappingFiles files;
  private final InstantSource clock;
  private @Nullable Read read;

  public Shelf(MappingFiles files, InstantSource clock) {
    this.files = files;
    this.clock = clock;
  }

  private record Read(MappingFolder folder, PanelFolder panels, long print, Instant at) {}

  /** What lies there now, at most a second old. */
  public MappingFolder folder() {
    return read().folder();
  }

  /** The panels of the Command Center, at most a second old. */
  public PanelFolder panels() {
    return read().panels();
  }

  private synchronized Read read() {
    Instant now = clock.instant();
    Read known = read;
    if (known != null && known.at().plus(FRESH).isAfter(now)) {
      return known;
    }
    long print = print();
    Read next =
        known != null && known.print() == print
            ? new Read(known.folder(), known.panels(), print, now)
            : fresh(print, now);
    read = next;
    return next;
  }

  private Read fresh(long print, Instant now) {
    MappingFolder folder = files.read();
    PanelFolder panels = new PanelFiles(files.root()).read();
    return new Read(folder, panels, print, now);
  }

  /** Changes with the name, size or time of any file. */
  private long print() {
    try (Stream<Path> all =
        Files.find(
            files.root(), 6, (path, kind) -> kind.isRegularFile(), FileVisitOption.FOLLOW_LINKS)) {
      return all.mapToLong(Shelf::print).sum();
    } catch (IOException | UncheckedIOException unreadable) {
      return clock.instant().toEpochMilli();
    }
  }

  private static long print(Path file) {
    try {
      BasicFileAttributes kind = Files.readAttributes(file, BasicFileAttributes.class);
      long mix = 31L * kind.size() + kind.lastModifiedTime().toMillis();
      return 1_000_003L * mix + file.toString().hashCode();
    } catch (IOException gone) {
      return 1;
    }
  }
}
