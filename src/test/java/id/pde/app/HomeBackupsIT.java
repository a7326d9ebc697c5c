package id.pde.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pde.app.embedded.EmbeddedServer;
import id.pde.run.Analysts.Added;
import id.pde.run.Audit;
import id.pde.run.BackupRefused;
import id.pde.run.LoadRequest.Choices;
import id.pde.run.RunListener;
import id.pde.run.RunReport;
import id.pde.warehouse.PostgresAudit;
import id.pde.warehouse.PostgresLogins;
import id.pde.warehouse.connection.ConnectionSettings;
import id.pde.warehouse.connection.Connections;
import id.pde.warehouse.connection.Password;
import id.pde.warehouse.connection.Purpose;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From one embedded server to another, as for an upgrade to a new major version. */
class HomeBackupsIT {

  private static final String WORD = "kuda hijau makan jam";

  @TempDir Path folder;

  private Wiring wiring(String home, String... more) {
    Map<String, String> environment = new HashMap<>();
    environment.put("PDE_HOME", folder.resolve(home).toString());
    for (int i = 0; i < more.length; i += 2) {
      environment.put(more[i], more[i + 1]);
    }
    return new Wiring(Settings.from(environment, Path.of("").toAbsolutePath()), note -> {});
  }

  @AfterEach
  void stop() {
    for (String home : List.of("lama", "baru")) {
      try (Wiring wiring = wiring(home)) {
        wiring.databases().embedded().ifPresent(EmbeddedServer::stop);
      }
    }
  }

  private static List<RunReport> load(Wiring wiring, String agency, String name) {
    Path file = Path.of("src/main/demo", agency, name);
    return wiring
        .receiving()
        .deliver(
            wiring.archive().keep(file, name, null).in(agency),
            wiring.recogniser(agency, Choices.DEFAULT),
            RunListener.SILENT);
  }

  private Path secret(Path file, String word) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, word + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    return file;
  }

  @Test
  void analystsKeepPasswordAndPort() throws IOException, SQLException {
    Path backup = folder.resolve("cadangan");
    String password;
    String place;
    long last;
    String table;
    try (Wiring old = wiring("lama")) {
      old.ensureKey();
      RunReport report = load(old, "bpbd", "kejadian_bencana_2024.csv").get(0);
      last = report.run();
      table = report.table();
      password = ((Added.Made) old.analysts().add("sari")).login().password();
      old.analysts().refresh(old.mappings().read());
      place = old.connections().settings().place();
      secret(old.settings().home().secrets().resolve("backup"), WORD);
      var saved = new HomeBackups(old, "sari").save(backup, null);
      assertThat(saved.database().logins()).isEqualTo(1);
      assertThat(saved.database().passwords()).isEqualTo(1);
      PostgresAudit audit = new PostgresAudit(old.connections(), "budi");
      assertThat(audit.newest(1).get(0))
          .extracting(Audit.Access::action, Audit.Access::who, Audit.Access::rows)
          .containsExactly("backup", "sari", saved.manifest().rows());
      assertThat(audit.lastBackup()).isAfterOrEqualTo(saved.manifest().taken());
      assertThat(new Doctor(old).look())
          .filteredOn(part -> part.subject().equals("backup"))
          .singleElement()
          .satisfies(part -> assertThat(part.text().en()).startsWith("the last one "));
      old.databases().embedded().orElseThrow().stop();
    }
    try (Wiring fresh = wiring("baru", HomeBackups.VARIABLE, WORD)) {
      assertThat(new HomeBackups(fresh, "sari").restore(backup, null).notes()).isEmpty();
      ConnectionSettings settings = fresh.connections().settings();
      assertThat(settings.place()).isEqualTo(place);
      ConnectionSettings sari =
          new ConnectionSettings(settings.url(), "sari", new Password(password));
      try (Connection connection = new Connections(sari).open(Purpose.QUERY);
          var statement = connection.createStatement();
          var rows = statement.executeQuery("SELECT count(*) FROM mart." + table)) {
        assertThat(rows.next()).isTrue();
        assertThat(rows.getInt(1)).isPositive();
      }
      assertThat(new PostgresLogins(fresh.connections()).list())
          .extracting(login -> login.name())
          .containsExactly("sari");
      RunReport next = load(fresh, "dinsos", "usulan_bantuan_2025_tw1.csv").get(0);
      assertThat(next.run()).isEqualTo(last + 1);
      assertThat(fresh.settings().home().secrets().resolve("backup")).hasContent(WORD);
    }
  }

  @Test
  void aPassphraseIsNeverGuessed() throws IOException {
    Path backup = folder.resolve("cadangan");
    try (Wiring wiring = wiring("lama")) {
      HomeBackups backups = new HomeBackups(wiring, "sari");
      assertThatThrownBy(() -> backups.save(backup, null))
          .isInstanceOf(BackupRefused.class)
          .hasMessageStartingWith("backup.no_passphrase: ");
      Path open = Files.writeString(folder.resolve("terbuka"), WORD);
      Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-r--r--"));
      assertThatThrownBy(() -> backups.save(backup, open))
          .hasMessageStartingWith("backup.passphrase_file: ");
      Path closed = secret(folder.resolve("tertutup"), "pendek");
      assertThatThrownBy(() -> backups.save(backup, closed))
          .hasMessageStartingWith("backup.short_passphrase: ");
    }
    assertThat(backup).doesNotExist();
  }
}
