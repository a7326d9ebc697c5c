package id.pde.app;

import id.pde.mapping.Secret;
import id.pde.model.Text;
import id.pde.run.Audit;
import id.pde.run.RunStopped;
import id.pde.run.Secrets.Found;
import id.pde.run.backup.BackupFaults;
import id.pde.run.backup.Backups;
import id.pde.run.backup.Manifest;
import id.pde.run.backup.Passphrase;
import id.pde.run.backup.Restoring;
import id.pde.run.backup.Restoring.Restored;
import id.pde.run.backup.SavedTable;
import id.pde.run.backup.Saving;
import id.pde.run.backup.Saving.Origin;
import id.pde.run.backup.Saving.Saved;
import id.pde.warehouse.PostgresAudit;
import id.pde.warehouse.backup.PostgresCopy;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Backups of the home that this process works in. */
final class HomeBackups implements Backups {

  /** Where the passphrase is looked for when no file is named. */
  static final String VARIABLE = "PDE_BACKUP_PASSPHRASE";

  private static final String SECRET = "backup";

  private final Settings settings;
  private final Wiring wiring;
  private final String who;

  /**
   * @param who makes them, for the record of what left the house
   */
  HomeBackups(Wiring wiring, String who) {
    this.settings = wiring.settings();
    this.wiring = wiring;
    this.who = who;
  }

  @Override
  public Saved save(Path folder, @Nullable Path passphraseFile) {
    Passphrase passphrase = passphrase(passphraseFile);
    PostgresCopy database =
        new PostgresCopy(wiring.databases()::asItIs, wiring.databases()::superuser);
    Saved saved =
        new Saving(settings.home(), database, new Origin(version(), wiring.clock()))
            .save(folder, passphrase);
    note(saved.manifest());
    return saved;
  }

  /** The schema may be an older one, which a backup comes before and must not touch. */
  private void note(Manifest saved) {
    List<String> schemas =
        Stream.concat(saved.tables().stream().map(SavedTable::schema), Stream.of("archive"))
            .distinct()
            .sorted()
            .toList();
    try {
      new PostgresAudit(wiring.databases().asItIs(), who)
          .note(Audit.BACKUP, schemas, List.of(), "pde-backup", saved.rows());
    } catch (RunStopped refused) {
      wiring
          .databases()
          .tell(
              new Text(
                  "Cadangan ini tidak dicatat di pde.access: " + refused.issue().message().id(),
                  "This backup is not noted in pde.access: " + refused.issue().message().en()));
    }
  }

  @Override
  public Restored restore(Path folder, @Nullable Path passphraseFile) {
    Passphrase passphrase = passphrase(passphraseFile);
    PostgresCopy database =
        new PostgresCopy(wiring.databases()::reach, wiring.databases()::superuser);
    return new Restoring(settings.home(), database).restore(folder, passphrase);
  }

  private Passphrase passphrase(@Nullable Path file) {
    if (file != null) {
      Path place = file.toAbsolutePath();
      Path folder = place.getParent();
      HomeSecrets secrets =
          new HomeSecrets(folder == null ? place : folder, settings.environment());
      return word(
          secrets.find(new Secret.InFile(String.valueOf(place.getFileName()))), file.toString());
    }
    HomeSecrets secrets = new HomeSecrets(settings.home(), settings.environment());
    Found variable = secrets.find(new Secret.InEnvironment(VARIABLE));
    if (variable instanceof Found.Word word) {
      return new Passphrase(word.word());
    }
    Found secret = secrets.find(new Secret.InFile(SECRET));
    if (secret instanceof Found.Absent) {
      throw BackupFaults.noPassphrase(VARIABLE, SECRET);
    }
    return word(secret, settings.home().secrets().resolve(SECRET).toString());
  }

  private static Passphrase word(Found found, String place) {
    if (found instanceof Found.Word word) {
      return new Passphrase(word.word());
    }
    throw BackupFaults.passphraseFile(place);
  }

  private static String version() {
    String packed = HomeBackups.class.getPackage().getImplementationVersion();
    return packed == null ? "development" : packed;
  }
}
