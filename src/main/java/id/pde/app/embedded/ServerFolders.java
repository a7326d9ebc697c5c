package id.pde.app.embedded;

import id.pde.run.Home;
import java.nio.file.Path;

/** Where the embedded server keeps what it needs; everything is below {@code PDE_HOME}. */
record ServerFolders(Home home) {

  Path root() {
    return home.pg();
  }

  Path binaries() {
    return root().resolve("bin-" + Binaries.VERSION);
  }

  Path program(String name) {
    return binaries().resolve("bin").resolve(name);
  }

  Path data() {
    return root().resolve("data");
  }

  /** A cluster that is still being made; only a rename turns it into {@link #data()}. */
  Path unfinishedData() {
    return root().resolve("data.new");
  }

  Path log() {
    return root().resolve("server.log");
  }

  Path port() {
    return root().resolve("port");
  }

  Path lock() {
    return root().resolve("lock");
  }

  Path secrets() {
    return home.secrets();
  }
}
