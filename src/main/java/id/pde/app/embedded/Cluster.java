package id.pde.app.embedded;

import id.pde.app.embedded.ServerOptions.Durability;
import id.pde.run.DurableFiles;
import id.pde.warehouse.connection.Password;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** The data folder: made beside its place, then renamed, so that half a cluster never counts. */
record Cluster(ServerFolders folders, ServerAccount account, ServerOptions options) {

  static final String SUPERUSER = "postgres";

  boolean exists() {
    return Files.isDirectory(folders.data());
  }

  /** Refuses files that these binaries cannot open. */
  void checkVersion() throws IOException {
    Path version = folders.data().resolve("PG_VERSION");
    String found = Files.exists(version) ? Files.readString(version).strip() : "?";
    if (!found.equals(Binaries.MAJOR)) {
      throw ServerFailure.otherMajor(folders, found);
    }
  }

  /** Call it under the lock of the home. */
  void make(Password superuser) throws IOException {
    Path unfinished = folders.unfinishedData();
    Path passwordFile = folders.root().resolve("password.new");
    DurableFiles.remove(unfinished);
    OwnerOnly.folder(unfinished);
    account.takeOver(folders.root());
    try {
      OwnerOnly.write(passwordFile, superuser.reveal() + "\n");
      account.takeOver(passwordFile);
      initialise(unfinished, passwordFile);
    } finally {
      Files.deleteIfExists(passwordFile);
    }
    Files.move(unfinished, folders.data(), StandardCopyOption.ATOMIC_MOVE);
    OwnerOnly.forceFolder(folders.data());
  }

  private void initialise(Path unfinished, Path passwordFile) throws IOException {
    List<String> words = new ArrayList<>();
    words.add(folders.program("initdb").toString());
    words.addAll(List.of("-D", unfinished.toString(), "-U", SUPERUSER));
    words.addAll(List.of("-A", "scram-sha-256", "--pwfile=" + passwordFile));
    // C.UTF-8 is built into PostgreSQL: the same order of text on every machine, whatever
    // locales it has and however its C library changes.
    words.addAll(List.of("--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"));
    words.addAll(List.of("-E", "UTF8", "-k", "--no-instructions"));
    if (options.durability() == Durability.THROWAWAY) {
      words.add("--no-sync");
    }
    Commands.Ending ending =
        Commands.run(new Commands.Script(account.command(words), folders.root()));
    if (!ending.good()) {
      throw ServerFailure.failed(folders, "initdb", ending.output());
    }
  }
}
