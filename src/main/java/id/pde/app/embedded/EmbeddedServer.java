package id.pde.app.embedded;

import id.pde.model.Text;
import id.pde.run.Home;
import id.pde.warehouse.connection.ConnectionSettings;
import id.pde.warehouse.connection.Connections;
import id.pde.warehouse.connection.Password;
import id.pde.warehouse.connection.Purpose;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * PDE's own PostgreSQL under {@code PDE_HOME/pg}: one server for all pde processes of a home, which
 * outlives the process that started it. Safe for use by many threads and processes.
 */
public final class EmbeddedServer {

  private static final Duration STOP_PATIENCE = Duration.ofSeconds(60);
  private static final Duration STOP_AT_ONCE_PATIENCE = Duration.ofSeconds(20);

  private final ServerFolders folders;
  private final ServerOptions options;
  private final Consumer<Text> progress;

  public EmbeddedServer(Home home, Consumer<Text> progress) {
    this(home, ServerOptions.standard(), progress);
  }

  public EmbeddedServer(Home home, ServerOptions options, Consumer<Text> progress) {
    this.folders = new ServerFolders(home);
    this.options = options;
    this.progress = progress;
  }

  /**
   * Makes sure that the server runs and takes connections: adopts a running one, else starts it.
   *
   * @return how to reach PDE's database
   * @throws id.pde.run.TargetUnavailable when there is no way
   */
  public ConnectionSettings ensureRunning() {
    try {
      refuseOtherOwner();
      Optional<ConnectionSettings> running = adopt();
      if (running.isPresent()) {
        return running.get();
      }
      return HomeLock.holding(folders, lockPatience(), this::adoptOrStart);
    } catch (IOException failure) {
      throw ServerFailure.io(folders, failure);
    }
  }

  /**
   * PDE's database as its superuser sees it, who alone may read how logins prove themselves.
   *
   * @throws id.pde.run.TargetUnavailable when there is no way
   */
  public ConnectionSettings superuser() {
    ConnectionSettings login = ensureRunning();
    try {
      Password password =
          new Secrets(folders.secrets())
              .read(Secrets.SUPERUSER)
              .orElseThrow(() -> ServerFailure.passwordLost(folders));
      return new ConnectionSettings(login.url(), Cluster.SUPERUSER, password);
    } catch (IOException failure) {
      throw ServerFailure.io(folders, failure);
    }
  }

  /** Looks, and changes nothing. */
  public ServerStatus status() {
    try {
      return Postmaster.of(folders.data())
          .map(EmbeddedServer::describe)
          .orElseGet(ServerStatus.Stopped::new);
    } catch (IOException failure) {
      throw ServerFailure.io(folders, failure);
    }
  }

  /**
   * Ends sessions and stops the server.
   *
   * @throws id.pde.run.TargetUnavailable when it cannot be stopped
   */
  public StopResult stop() {
    if (!Files.isDirectory(folders.data())) {
      return StopResult.WAS_NOT_RUNNING;
    }
    try {
      refuseOtherOwner();
      return HomeLock.holding(folders, lockPatience(), this::stopHeld);
    } catch (IOException failure) {
      throw ServerFailure.io(folders, failure);
    }
  }

  private ConnectionSettings adoptOrStart() throws IOException {
    Optional<ConnectionSettings> running = adopt();
    if (running.isPresent()) {
      return running.get();
    }
    return new ServerStart(folders, options, progress).run();
  }

  /** The usual case costs one connection and takes no lock. */
  private Optional<ConnectionSettings> adopt() throws IOException {
    Optional<Postmaster> server = Postmaster.of(folders.data()).filter(Postmaster::ready);
    Optional<Password> password = new Secrets(folders.secrets()).read(Secrets.LOGIN);
    if (server.isEmpty() || password.isEmpty()) {
      return Optional.empty();
    }
    ConnectionSettings settings =
        ServerStart.settings(
            server.get().port(), Provisioning.DATABASE, Provisioning.LOGIN, password.get());
    try (Connection connection = new Connections(settings).connect(Purpose.QUERY)) {
      return connection.isClosed() ? Optional.empty() : Optional.of(settings);
    } catch (SQLException notYet) {
      return Optional.empty();
    }
  }

  private StopResult stopHeld() throws IOException {
    if (Postmaster.of(folders.data()).isEmpty()) {
      return StopResult.WAS_NOT_RUNNING;
    }
    Binaries.unpack(folders);
    if (stopBy("fast", STOP_PATIENCE).good()) {
      return StopResult.STOPPED;
    }
    Commands.Ending ending = stopBy("immediate", STOP_AT_ONCE_PATIENCE);
    if (ending.good() || Postmaster.of(folders.data()).isEmpty()) {
      return StopResult.STOPPED_AT_ONCE;
    }
    throw ServerFailure.failed(folders, "pg_ctl stop", ending.output());
  }

  private Commands.Ending stopBy(String mode, Duration patience) throws IOException {
    ServerAccount account = ServerAccount.choose(folders.data());
    String program = folders.program("pg_ctl").toString();
    String data = folders.data().toString();
    String seconds = Long.toString(patience.toSeconds());
    List<String> words = List.of(program, "stop", "-D", data, "-w", "-m", mode, "-t", seconds);
    return Commands.run(new Commands.Script(account.command(words), folders.root()));
  }

  /** PostgreSQL only opens a data folder of its own user; root may be any of them. */
  private void refuseOtherOwner() throws IOException {
    Path root = folders.root();
    if (!Files.isDirectory(root)) {
      return;
    }
    int self = ServerAccount.owner(Path.of("/proc/self"));
    if (self != 0 && self != ServerAccount.owner(root)) {
      throw ServerFailure.otherOwner(
          folders, Files.getOwner(root, LinkOption.NOFOLLOW_LINKS).getName());
    }
  }

  private static ServerStatus describe(Postmaster server) {
    return server.ready()
        ? new ServerStatus.Running(server.pid(), server.port())
        : new ServerStatus.Changing(server.pid(), server.phase());
  }

  /** Whoever holds the lock may be waiting for a recovery. */
  private Duration lockPatience() {
    return options.patience().plus(STOP_PATIENCE);
  }
}
