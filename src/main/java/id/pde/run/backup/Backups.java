package id.pde.run.backup;

import id.pde.run.backup.Restoring.Restored;
import id.pde.run.backup.Saving.Saved;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Backups of this home, for surfaces. */
public interface Backups {

  /**
   * Saves the home and its database.
   *
   * @param folder that is empty, or not there
   * @param passphraseFile whose first line is the passphrase; null: from the environment, else the
   *     secrets of the home
   * @throws id.pde.run.BackupRefused when it cannot be
   */
  Saved save(Path folder, @Nullable Path passphraseFile);

  /**
   * Brings a backup back into this home, which is empty, and its database.
   *
   * @throws id.pde.run.BackupRefused when it cannot be; nothing is changed then
   */
  Restored restore(Path folder, @Nullable Path passphraseFile);
}
