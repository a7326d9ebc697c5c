package id.pde.web;

import id.pde.run.MappingFiles;
import id.pde.run.MappingFolder;
import id.pde.run.PanelFiles;
import id.pde.run.PanelFolder;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * The mapping files as pages show them: a page that asks often does not look at the files as often.
 * Safe for use by many threads.
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

  private record Read(MappingFolder folder, PanelFolder panels, Instant at) {}

  /** What lies there now, at most a second old. */
  public MappingFolder folder() {
    return read().folder();
  }

  /** The panels of the Command Center, at most a second old. */
  public PanelFolder panels() {
    return read().panels();
  }

  /** Looks again at once: PDE itself changed a file, and whoever asked for it wants to see it. */
  public synchronized void renew() {
    read = null;
  }

  private synchronized Read read() {
    Instant now = clock.instant();
    Read known = read;
    if (known != null && known.at().plus(FRESH).isAfter(now)) {
      return known;
    }
    Read next = new Read(files.read(), new PanelFiles(files.root()).read(), now);
    read = next;
    return next;
  }
}
