package id.pde.app.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pde.app.embedded.ServerOptions.Durability;
import id.pde.run.Home;
import id.pde.run.TargetUnavailable;
import id.pde.warehouse.connection.ConnectionSettings;
import id.pde.warehouse.connection.Connections;
import id.pde.warehouse.connection.Password;
import id.pde.warehouse.connection.Purpose;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every test has its home, whose path has blanks, letters beyond ASCII and 150 bytes. */
class EmbeddedServerIT {

  private static final Path BINARIES = Path.of("target", "test-binaries").toAbsolutePath();

  @TempDir Path folder;

  @BeforeAll
  static void unpackOnce() throws IOException {
    ServerFolders shared = new ServerFolders(new Home(BINARIES));
    OwnerOnly.folder(shared.root());
    Binaries.unpack(shared);
  }

  private Home home() throws IOException {
    Home home = new Home(folder.resolve("d".repeat(120)).resolve("rumah data kota é"));
    ServerFolders folders = new ServerFolders(home);
    if (!Files.exists(folders.binaries())) {
      OwnerOnly.folder(folders.root());
      Files.createSymbolicLink(
          folders.binaries(), new ServerFolders(new Home(BINARIES)).binaries());
    }
    return home;
  }

  private EmbeddedServer server() throws IOException {
    return new EmbeddedServer(home(), text -> {});
  }

  /** Without the disk's own time, for tests that are not about what it keeps. */
  private EmbeddedServer fastServer() throws IOException {
    ServerOptions standard = ServerOptions.standard();
    ServerOptions fast =
        new ServerOptions(Durability.THROWAWAY, standard.zone(), standard.patience());
    return new EmbeddedServer(home(), fast, text -> {});
  }

  @AfterEach
  void stop() throws IOException {
    server().stop();
    Files.delete(new ServerFolders(home()).binaries());
  }

  @Test
  void startsAndIsAdopted() throws IOException, SQLException {
    assertThat(server().status()).isEqualTo(new ServerStatus.Stopped());
    ConnectionSettings settings = server().ensureRunning();
    execute(settings, "CREATE TABLE kept AS SELECT 1 AS n");
    long pid = pid();

    assertThat(server().ensureRunning()).isEqualTo(settings);
    assertThat(pid()).isEqualTo(pid);
    assertThat(server().stop()).isEqualTo(StopResult.STOPPED);
    assertThat(server().stop()).isEqualTo(StopResult.WAS_NOT_RUNNING);
    assertThat(server().ensureRunning()).isEqualTo(settings);
    assertThat(ask(settings, "SELECT n FROM kept")).isEqualTo("1");
  }

  @Test
  void keepsWhatWasCommittedBeforeTheServerWasKilled() throws Exception {
    ConnectionSettings settings = server().ensureRunning();
    execute(settings, "CREATE TABLE kept AS SELECT 42 AS n");
    ProcessHandle postmaster = ProcessHandle.of(pid()).orElseThrow();
    postmaster.destroyForcibly();
    postmaster.onExit().get();

    ConnectionSettings again = server().ensureRunning();
    assertThat(again).isEqualTo(settings);
    assertThat(ask(again, "SELECT n FROM kept")).isEqualTo("42");
  }

  @Test
  void outlivesTheProcessThatStartedIt() throws Exception {
    String place;
    long pid;
    try (PdeJvm other = PdeJvm.start(home().root())) {
      place = other.place();
      pid = pid();
      other.kill();
    }
    ConnectionSettings settings = server().ensureRunning();
    assertThat(settings.place()).isEqualTo(place);
    assertThat(pid()).isEqualTo(pid);
  }

  @Test
  void processesThatStartAtOnceShareOneServer() throws Exception {
    try (PdeJvm one = PdeJvm.start(home().root());
        PdeJvm two = PdeJvm.start(home().root())) {
      String place = one.place();
      assertThat(place).startsWith("127.0.0.1:").isEqualTo(two.place());
      assertThat(server().ensureRunning().place()).isEqualTo(place);
    }
  }

  @Test
  void refusesWrongPassword() throws IOException {
    ConnectionSettings settings = fastServer().ensureRunning();
    ConnectionSettings wrong =
        new ConnectionSettings(settings.url(), settings.user(), new Password("salah"));
    assertThatThrownBy(() -> new Connections(wrong).connect(Purpose.QUERY))
        .isInstanceOfSatisfying(
            SQLException.class, failure -> assertThat(failure.getSQLState()).isEqualTo("28P01"));
    assertThatThrownBy(() -> new Connections(wrong).open(Purpose.QUERY))
        .isInstanceOf(TargetUnavailable.class)
        .hasMessage(
            "database.login: The database " + settings.place() + " refuses the login \"pde\"");
  }

  @Test
  void keepsDataAndSecretsAsAWarehouseMust() throws IOException, SQLException {
    ConnectionSettings settings = server().ensureRunning();
    assertThat(
            ask(
                settings,
                """
                SELECT string_agg(name || '=' || setting, ' ' ORDER BY name) FROM pg_settings
                WHERE name IN ('fsync', 'synchronous_commit', 'full_page_writes', 'data_checksums',
                  'listen_addresses', 'server_encoding',
                  'log_min_messages', 'log_min_error_statement', 'log_error_verbosity')
                """))
        .isEqualTo(
            "data_checksums=on fsync=on full_page_writes=on listen_addresses=127.0.0.1"
                + " log_error_verbosity=terse log_min_error_statement=panic log_min_messages=log"
                + " server_encoding=UTF8 synchronous_commit=on");
    assertThat(ask(settings, "SELECT rolsuper FROM pg_roles WHERE rolname = 'pde'")).isEqualTo("f");
  }

  @Test
  void letsNobodyElseReadItsFiles() throws IOException {
    ConnectionSettings settings = fastServer().ensureRunning();
    ServerFolders folders = new ServerFolders(home());
    assertThat(mode(folders.root())).isEqualTo("rwx------");
    assertThat(mode(folders.data())).isEqualTo("rwx------");
    assertThat(mode(folders.secrets())).isEqualTo("rwx------");
    assertThat(mode(folders.log())).isEqualTo("rw-------");
    assertThat(mode(folders.secrets().resolve(Secrets.LOGIN))).isEqualTo("rw-------");
    assertThat(mode(folders.secrets().resolve(Secrets.SUPERUSER))).isEqualTo("rw-------");
    assertThat(Files.readString(folders.log())).doesNotContain(settings.password().reveal());
    assertThat(settings.toString()).doesNotContain(settings.password().reveal());
    assertThat(folders.root()).isDirectoryNotContaining("glob:**/*.new");
  }

  @Test
  void writesNoValuesOfRowsIntoItsLog() throws IOException, SQLException {
    ConnectionSettings settings = fastServer().ensureRunning();
    execute(settings, "CREATE TABLE unik (nik text PRIMARY KEY)");
    execute(settings, "INSERT INTO unik VALUES ('3574010101900001')");
    assertThatThrownBy(() -> execute(settings, "INSERT INTO unik VALUES ('3574010101900001')"))
        .isInstanceOf(SQLException.class)
        .hasMessageNotContaining("3574010101900001");
    assertThatThrownBy(() -> execute(settings, "SELECT '3574010101900001x'::int"))
        .isInstanceOf(SQLException.class);
    assertThat(Files.readString(new ServerFolders(home()).log())).doesNotContain("35740101019");
  }

  @Test
  void redoesAClusterThatWasLeftHalfMade() throws IOException, SQLException {
    ServerFolders folders = new ServerFolders(home());
    OwnerOnly.folder(folders.unfinishedData());
    Files.writeString(folders.unfinishedData().resolve("PG_VERSION"), "18\n");
    assertThat(ask(fastServer().ensureRunning(), "SELECT 1")).isEqualTo("1");
    assertThat(folders.unfinishedData()).doesNotExist();
  }

  @Test
  void movesToAnotherPortWhereAnotherProgramTookIt() throws IOException, SQLException {
    ConnectionSettings before = fastServer().ensureRunning();
    server().stop();
    int port = ServerPort.read(new ServerFolders(home()).port()).orElseThrow();
    try (ServerSocket other =
        new ServerSocket(port, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
      ConnectionSettings after = fastServer().ensureRunning();
      assertThat(after.place()).isNotEqualTo(before.place());
      assertThat(other.getLocalPort()).isEqualTo(port);
      assertThat(ask(after, "SELECT 1")).isEqualTo("1");
    }
  }

  @Test
  void startsThoughTheNumberOfACrashedServerNowBelongsToAnotherProgram() throws Exception {
    fastServer().ensureRunning();
    server().stop();
    Path file = new ServerFolders(home()).data().resolve("postmaster.pid");
    Files.writeString(file, ProcessHandle.current().pid() + "\n/elsewhere\n0\n5432\n");
    assertThat(server().status()).isEqualTo(new ServerStatus.Stopped());
    assertThat(ask(fastServer().ensureRunning(), "SELECT 1")).isEqualTo("1");
  }

  @Test
  void saysWhatTheServerSaidWhenItDoesNotStart() throws IOException {
    Files.writeString(
        new ServerFolders(home()).root().resolve("local.conf"), "work_mem = banana\n");
    assertThatThrownBy(() -> fastServer().ensureRunning())
        .isInstanceOf(TargetUnavailable.class)
        .hasMessageStartingWith(
            "database.start: The built-in database does not start (postgres):\n")
        .hasMessageContaining("invalid value for parameter \"work_mem\": \"banana\"");
  }

  @Test
  void refusesDataOfAnotherMajorVersion() throws IOException {
    ServerFolders folders = new ServerFolders(home());
    OwnerOnly.folder(folders.data());
    Files.writeString(folders.data().resolve("PG_VERSION"), "17\n");
    assertThatThrownBy(() -> fastServer().ensureRunning())
        .isInstanceOfSatisfying(
            TargetUnavailable.class,
            refusal ->
                assertThat(refusal.issue().fix().en())
                    .isEqualTo(
                        "With the PDE that made it: pde backup /backup/folder. Then with this PDE:"
                            + " PDE_HOME=/new/folder pde restore /backup/folder"))
        .hasMessage(
            "database.data_version: What is in " + folders.data() + " was made by PostgreSQL 17");
  }

  @Test
  void makesANewPasswordOfTheLoginWhereItsFileIsLost() throws IOException, SQLException {
    ConnectionSettings before = fastServer().ensureRunning();
    Files.delete(home().secrets().resolve(Secrets.LOGIN));
    ConnectionSettings after = fastServer().ensureRunning();
    assertThat(after.password()).isNotEqualTo(before.password());
    assertThat(ask(after, "SELECT current_user")).isEqualTo("pde");
  }

  private long pid() throws IOException {
    return Postmaster.of(new ServerFolders(home()).data()).orElseThrow().pid();
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  private static void execute(ConnectionSettings settings, String sql) throws SQLException {
    try (Connection connection = new Connections(settings).connect(Purpose.QUERY);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String ask(ConnectionSettings settings, String question) throws SQLException {
    try (Connection connection = new Connections(settings).connect(Purpose.QUERY);
        Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery(question)) {
      answer.next();
      return answer.getString(1);
    }
  }
}
