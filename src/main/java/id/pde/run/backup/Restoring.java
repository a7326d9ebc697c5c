package id.pde.run.backup;

import id.pde.model.Text;
import id.pde.run.Home;
import id.pde.run.backup.WarehouseCopy.Target;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Brings a backup back into an empty home and an empty database. All of it is verified before the
 * first write; the database is filled in one transaction, whose rows are read again and compared
 * before it commits. A restore that was killed is done again from its beginning.
 */
public final class Restoring {

  private static final String COMMITTING = "committing ";
  private static final String BEGUN = "begun ";

  private final Home home;
  private final WarehouseCopy warehouse;
  private final Consumer<Step> passed;

  /** What has been done; tests kill the process behind each. */
  enum Step {
    VERIFIED,
    STAGED,
    FILLED,
    COMPARED,
    PLACED,
    COMMITTED
  }

  public Restoring(Home home, WarehouseCopy warehouse) {
    this(home, warehouse, step -> {});
  }

  Restoring(Home home, WarehouseCopy warehouse, Consumer<Step> passed) {
    this.home = home;
    this.warehouse = warehouse;
    this.passed = passed;
  }

  /** What was restored. */
  public record Restored(Manifest manifest, List<Text> notes) {
    public Restored {
      notes = List.copyOf(notes);
    }
  }

  /**
   * Restores a backup.
   *
   * @throws id.pde.run.BackupRefused when it cannot be; nothing is changed
   * @throws UncheckedIOException when the disk does not take it; it can be repeated
   */
  public Restored restore(Path folder, Passphrase passphrase) {
    try {
      BackupParts parts = BackupParts.open(folder, passphrase);
      parts.verify();
      passed.accept(Step.VERIFIED);
      Map<String, byte[]> secrets = parts.read(BackupFolder.SECRETS, HomeRestoring::secrets);
      HomeRestoring files = new HomeRestoring(home);
      if (!RestoreMark.isIn(home)) {
        files.requireEmpty(false, secrets);
      }
      try (RestoreMark mark = RestoreMark.take(home)) {
        files.requireEmpty(mark.wasThere(), secrets);
        return held(parts, new Files(files, secrets, mark));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private record Files(HomeRestoring places, Map<String, byte[]> secrets, RestoreMark mark) {}

  private Restored held(BackupParts parts, Files files) throws IOException {
    boolean committing = files.mark().was(COMMITTING + parts.identity());
    boolean again = files.mark().wasThere();
    if (!committing) {
      files.mark().write(BEGUN + parts.identity());
    }
    files.places().placePort(files.secrets());
    try (Target target = warehouse.target()) {
      List<String> holds = target.holds();
      if (committing && !holds.isEmpty()) {
        // It was killed behind the commit: all is there.
        compare(target, parts.manifest());
        files.mark().remove();
        return new Restored(parts.manifest(), List.of());
      }
      if (!holds.isEmpty()) {
        throw BackupFaults.databaseNotEmpty(target.place(), holds);
      }
      if (target.major() < parts.manifest().major()) {
        throw BackupFaults.olderServer(target.place(), parts.manifest());
      }
      List<Text> notes = fill(parts, files, target);
      files.mark().remove();
      return new Restored(parts.manifest(), notes);
    } catch (RuntimeException | IOException failure) {
      if (!again && !files.places().placed()) {
        files.mark().remove();
      }
      throw failure;
    }
  }

  private List<Text> fill(BackupParts parts, Files files, Target target) throws IOException {
    try {
      return filled(parts, files, target);
    } catch (RuntimeException | IOException failure) {
      // Nothing is in its place yet, or a second restore puts it there.
      files.places().discard();
      throw failure;
    }
  }

  private List<Text> filled(BackupParts parts, Files files, Target target) throws IOException {
    Manifest manifest = parts.manifest();
    long staged = parts.read(BackupFolder.ARCHIVE, files.places()::stage);
    if (staged != manifest.archive().files()) {
      throw new IOException("the archive has " + staged + " files");
    }
    passed.accept(Step.STAGED);
    List<Text> notes = new ArrayList<>(parts.read(BackupFolder.DATABASE, target::read));
    passed.accept(Step.FILLED);
    compare(target, manifest);
    passed.accept(Step.COMPARED);
    files.mark().write(COMMITTING + parts.identity());
    files.places().place(files.secrets());
    passed.accept(Step.PLACED);
    target.commit();
    passed.accept(Step.COMMITTED);
    return notes;
  }

  private static void compare(Target target, Manifest manifest) {
    Map<String, SavedTable> found = new HashMap<>();
    for (SavedTable table : target.tables()) {
      found.put(table.full(), table);
    }
    for (SavedTable saved : manifest.tables()) {
      if (!saved.equals(found.get(saved.full()))) {
        throw BackupFaults.unequal(target.place(), saved.full());
      }
    }
  }
}
