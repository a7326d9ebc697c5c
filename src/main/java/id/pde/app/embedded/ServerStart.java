package id.pde.app.embedded;

import id.pde.model.Text;
import id.pde.warehouse.connection.ConnectionSettings;
import id.pde.warehouse.connection.Password;
import id.pde.warehouse.connection.Unavailable;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One start of the server, or the wait for one that is under way; under the lock of the home. */
final class ServerStart {

  /** From here on people are told why they wait. */
  private static final Duration SILENCE = Duration.ofSeconds(2);

  private final ServerFolders folders;
  private final ServerOptions options;
  private final Consumer<Text> progress;
  private final Deadline silence = Deadline.in(SILENCE);
  private Deadline deadline;
  private boolean launched;
  private boolean told;
  private String lastAnswer = "";

  ServerStart(ServerFolders folders, ServerOptions options, Consumer<Text> progress) {
    this.folders = folders;
    this.options = options;
    this.progress = progress;
    this.deadline = Deadline.in(options.patience());
  }

  /** Leaves a server that takes connections, and the settings to reach it. */
  ConnectionSettings run() throws IOException {
    Secrets secrets = new Secrets(folders.secrets());
    while (true) {
      Optional<Postmaster> present = Postmaster.of(folders.data());
      @Nullable Launch launch = present.isPresent() ? null : launch(secrets);
      Optional<Connection> superuser = await(launch, secrets.readOrMake(Secrets.SUPERUSER));
      if (superuser.isPresent()) {
        return provide(superuser.get(), secrets);
      }
    }
  }

  /** A process that was started, and its log from then on. */
  private record Launch(Process process, ServerLog log) {}

  private Launch launch(Secrets secrets) throws IOException {
    Binaries.unpack(folders);
    ServerAccount account = ServerAccount.choose(folders.data());
    Cluster cluster = new Cluster(folders, account, options);
    if (cluster.exists()) {
      cluster.checkVersion();
    } else {
      cluster.make(secrets.readOrMake(Secrets.SUPERUSER));
    }
    Postmaster.forgetStranger(folders.data());
    ServerConfiguration.write(folders.data(), ServerPort.choose(folders.port()), options);
    ServerLog log = ServerLog.open(folders.log());
    account.takeOver(folders.root());
    if (!launched) {
      // Unpacking and initdb have limits of their own; the patience is for the server.
      launched = true;
      deadline = Deadline.in(options.patience());
    }
    return new Launch(start(account), log);
  }

  /** A session of its own: the server outlives this JVM, and Ctrl-C in its terminal. */
  private Process start(ServerAccount account) throws IOException {
    List<String> server =
        List.of(folders.program("postgres").toString(), "-D", folders.data().toString());
    List<String> words = new ArrayList<>(List.of("setsid"));
    words.addAll(account.command(server));
    return Commands.builder(new Commands.Script(words, folders.root()))
        .redirectOutput(ProcessBuilder.Redirect.appendTo(folders.log().toFile()))
        .redirectError(ProcessBuilder.Redirect.appendTo(folders.log().toFile()))
        .start();
  }

  /** Empty: there is no server after all, so it has to be started (again). */
  private Optional<Connection> await(@Nullable Launch launch, Password password)
      throws IOException {
    while (true) {
      Optional<Postmaster> server = Postmaster.of(folders.data());
      if (server.isPresent() && server.get().port() != 0) {
        Optional<Connection> connection = attempt(server.get().port(), password);
        if (connection.isPresent()) {
          return connection;
        }
      }
      if (launch == null && server.isEmpty()) {
        return Optional.empty();
      }
      if (launch != null && !launch.process().isAlive()) {
        return startAgainAfter(launch);
      }
      if (deadline.passed()) {
        throw ServerFailure.slow(folders, launch == null ? lastAnswer : launch.log().tail());
      }
      tell();
      deadline.pause();
    }
  }

  /**
   * After kill -9 of the postmaster its children need a moment to notice, and the shared memory
   * they hold keeps a new one from starting; and another program may have taken the port between
   * our look and PostgreSQL's. Both pass by themselves; anything else is reported.
   */
  private Optional<Connection> startAgainAfter(Launch launch) throws IOException {
    String said = launch.log().tail();
    boolean passing =
        said.contains("pre-existing shared memory block")
            || said.contains("could not create any TCP/IP sockets");
    if (passing && !deadline.passed()) {
      deadline.pause();
      return Optional.empty();
    }
    throw ServerFailure.failed(folders, "postgres", said);
  }

  /** Empty: not yet. */
  private Optional<Connection> attempt(int port, Password password) {
    ConnectionSettings settings = settings(port, "postgres", Cluster.SUPERUSER, password);
    Properties properties = new Properties();
    properties.setProperty("user", settings.user());
    properties.setProperty("password", password.reveal());
    properties.setProperty("connectTimeout", "5");
    properties.setProperty("loginTimeout", "5");
    properties.setProperty("ApplicationName", "pde");
    try {
      return Optional.of(DriverManager.getConnection(settings.url(), properties));
    } catch (SQLException failure) {
      if (Arrays.asList("28P01", "28000").contains(failure.getSQLState())) {
        throw ServerFailure.passwordLost(folders);
      }
      lastAnswer = String.valueOf(failure.getMessage());
      return Optional.empty();
    }
  }

  private ConnectionSettings provide(Connection connection, Secrets secrets) throws IOException {
    Postmaster server =
        Postmaster.of(folders.data())
            .orElseThrow(() -> ServerFailure.failed(folders, "postmaster.pid", ""));
    Password password = secrets.readOrMake(Secrets.LOGIN);
    ConnectionSettings settings =
        settings(server.port(), Provisioning.DATABASE, Provisioning.LOGIN, password);
    try (connection) {
      new Provisioning(connection).provide(password);
    } catch (SQLException failure) {
      throw Unavailable.because(settings, failure);
    }
    return settings;
  }

  static ConnectionSettings settings(int port, String database, String user, Password password) {
    return new ConnectionSettings(
        "jdbc:postgresql://127.0.0.1:" + port + "/" + database, user, password);
  }

  private void tell() {
    if (!told && silence.passed()) {
      told = true;
      progress.accept(
          new Text(
              "Menunggu basis data siap (mungkin sedang memulihkan diri) ...",
              "Waiting for the database to be ready (it may be recovering) ..."));
    }
  }
}
