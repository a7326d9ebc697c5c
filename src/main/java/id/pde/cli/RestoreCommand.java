package id.pde.cli;

import id.pde.model.Text;
import id.pde.run.backup.Manifest.Lost;
import id.pde.run.backup.Restoring.Restored;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Brings a backup back into an empty home; it overwrites nothing and therefore asks nothing. */
@Command(name = "restore")
final class RestoreCommand implements Callable<Integer> {

  private final Engine engine;
  private final Output console;

  @Parameters(paramLabel = "DIR", descriptionKey = "restore-folder")
  private Path folder = Path.of("");

  @Option(names = "--passphrase-file", paramLabel = "FILE", descriptionKey = "passphrase-file")
  private @Nullable Path passphraseFile;

  @Option(names = "--json", descriptionKey = "json")
  private boolean json;

  RestoreCommand(Engine engine, Output console) {
    this.engine = engine;
    this.console = console;
  }

  @Override
  public Integer call() {
    Path place = folder.toAbsolutePath().normalize();
    Restored restored = engine.backups().restore(place, passphraseFile);
    new ManifestPrinter(console).print(restored.manifest(), json);
    for (Lost lost : restored.manifest().lost()) {
      console.say(ManifestPrinter.lost(lost));
    }
    restored.notes().forEach(console::say);
    console.say(
        new Text(
            "Dipulihkan; semua tabel sama dengan cadangannya. Kiriman yang datang sesudahnya: pde"
                + " reconcile",
            "Restored; every table equals what was saved. Deliveries that came since: pde"
                + " reconcile"));
    return restored.manifest().lost().isEmpty() ? ExitCode.DONE : ExitCode.REJECTS;
  }
}
