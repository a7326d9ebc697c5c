package id.pde.cli;

import id.pde.model.Text;
import id.pde.run.Numbers;
import id.pde.run.backup.Manifest;
import id.pde.run.backup.Manifest.Lost;
import id.pde.run.backup.Saving.Saved;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Saves the home and its database in an encrypted folder; exit 3 where something was missing. */
@Command(name = "backup")
final class BackupCommand implements Callable<Integer> {

  private final Engine engine;
  private final Output console;

  @Parameters(paramLabel = "DIR", descriptionKey = "backup-folder")
  private Path folder = Path.of("");

  @Option(names = "--passphrase-file", paramLabel = "FILE", descriptionKey = "passphrase-file")
  private @Nullable Path passphraseFile;

  @Option(names = "--json", descriptionKey = "json")
  private boolean json;

  BackupCommand(Engine engine, Output console) {
    this.engine = engine;
    this.console = console;
  }

  @Override
  public Integer call() {
    Path place = folder.toAbsolutePath().normalize();
    Saved saved = engine.backups().save(place, passphraseFile);
    new ManifestPrinter(console).print(saved.manifest(), json);
    Manifest manifest = saved.manifest();
    console.say(
        new Text(
            "Cadangan selesai: " + place + " (" + Numbers.id(saved.bytes()) + " bita).",
            "The backup is done: " + place + " (" + Numbers.en(saved.bytes()) + " bytes)."));
    remarks(saved);
    boolean whole = manifest.lost().isEmpty() && saved.database().unsaved().isEmpty();
    return whole ? ExitCode.DONE : ExitCode.REJECTS;
  }

  private void remarks(Saved saved) {
    for (Lost lost : saved.manifest().lost()) {
      console.say(ManifestPrinter.lost(lost));
    }
    for (String name : saved.database().unsaved()) {
      console.say(
          new Text(
              "Tidak dicadangkan, karena bukan buatan PDE dan jenisnya tidak didukung: " + name,
              "Not saved, for PDE did not make it and its kind is not supported: " + name));
    }
    int without = saved.database().logins() - saved.database().passwords();
    if (without > 0) {
      console.say(
          new Text(
              without
                  + " login analis dicadangkan tanpa kata sandi, yang hanya dapat dibaca superuser;"
                  + " setelah dipulihkan mereka perlu kata sandi baru.",
              without
                  + " logins of analysts were saved without their passwords, which only a superuser"
                  + " may read; after a restore they need new ones."));
    }
  }
}
