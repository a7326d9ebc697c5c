package id.pde.app;

import id.pde.cli.Engine.Finding;
import id.pde.cli.Engine.Finding.State;
import id.pde.model.Issue;
import id.pde.model.Severity;
import id.pde.model.Text;
import id.pde.run.Analysts.Readiness;
import id.pde.run.DurableFiles;
import id.pde.run.Home;
import id.pde.run.MappingFolder;
import id.pde.run.RunReport;
import id.pde.run.RunStopped;
import id.pde.warehouse.PostgresAudit;
import id.pde.warehouse.connection.Connections;
import id.pde.warehouse.connection.Purpose;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks at everything that PDE needs, and says what to do where something is not well. */
final class Doctor {

  private static final long GIGABYTE = 1L << 30;
  private static final Duration BACKUP_EVERY = Duration.ofDays(7);
  private static final List<String> DURABLE =
      List.of("fsync", "synchronous_commit", "full_page_writes");

  private final Wiring wiring;
  private final List<Finding> findings = new ArrayList<>();

  Doctor(Wiring wiring) {
    this.wiring = wiring;
  }

  List<Finding> look() {
    home();
    files();
    database();
    return findings;
  }

  private void home() {
    Home home = wiring.settings().home();
    disk("PDE_HOME", home.root(), home.work());
    if (!home.archive().startsWith(home.root())) {
      disk("PDE_ARCHIVE", home.archive(), home.archive());
    }
    if (!home.exchange().equals(home.root())) {
      disk("PDE_EXCHANGE", home.exchange(), home.shared());
    }
  }

  /**
   * Whether a disk has room.
   *
   * @param written a folder on it that PDE writes into
   */
  private void disk(String name, Path place, Path written) {
    try {
      DurableFiles.privateFolder(written);
      Path probe = Files.createTempFile(written, "doctor", "");
      Files.delete(probe);
      long free = Files.getFileStore(place).getUsableSpace();
      add(
          free < GIGABYTE ? State.BAD : State.GOOD,
          name,
          new Text(
              place + ", " + free / GIGABYTE + " GB kosong",
              place + ", " + free / GIGABYTE + " GB free"));
    } catch (IOException unusable) {
      add(
          State.BAD,
          name,
          new Text(
              place + " tidak dapat ditulis; periksa pemilik dan hak folder itu",
              place + " cannot be written; check the owner and the rights of that folder"));
    }
  }

  private void files() {
    MappingFolder mappings = wiring.mappings().read();
    faults("mappings", mappings.mappings().size(), mappings.faults());
    RouteCheck routes =
        RouteCheck.of(wiring.settings().routes(), mappings, wiring.settings().widened());
    faults("routes", routes.files().size(), routes.faults());
    secrets(mappings);
    key(mappings);
    findings.addAll(OidcCheck.of(wiring.settings(), mappings.agencies().keySet()));
  }

  private void key(MappingFolder mappings) {
    KeyCheck.of(wiring.settings(), mappings.mappings().values()).ifPresent(findings::add);
  }

  private void secrets(MappingFolder mappings) {
    Settings settings = wiring.settings();
    HomeSecrets secrets = new HomeSecrets(settings.home(), settings.environment());
    SecretCheck.Result result = new SecretCheck(secrets).look(mappings);
    for (Text fault : result.faults()) {
      add(State.BAD, "secrets", fault);
    }
    if (result.named() > 0 && result.faults().isEmpty()) {
      add(
          State.GOOD,
          "secrets",
          new Text(
              result.named() + " rahasia dapat dibaca", result.named() + " secrets can be read"));
    }
  }

  private void faults(String subject, int files, List<Issue> faults) {
    long wrong = faults.stream().filter(fault -> fault.severity() != Severity.WARN).count();
    add(
        wrong > 0 ? State.BAD : State.GOOD,
        subject,
        wrong > 0
            ? new Text(wrong + " kesalahan; lihat: pde check", wrong + " faults; see: pde check")
            : new Text(files + " berkas tanpa kesalahan", files + " files without a fault"));
  }

  private void database() {
    try {
      Connections connections = wiring.connections();
      try (Connection connection = connections.connect(Purpose.QUERY);
          Statement statement = connection.createStatement()) {
        String version = value(statement, "SHOW server_version");
        add(State.GOOD, "PostgreSQL", Text.same(connections.place() + ", " + version));
        for (String setting : DURABLE) {
          boolean on = !value(statement, "SHOW " + setting).equals("off");
          add(
              on ? State.GOOD : State.BAD,
              setting,
              on
                  ? new Text("menyala", "on")
                  : new Text(
                      "mati: data dapat hilang bila listrik padam; nyalakan di server",
                      "off: data can be lost when power fails; turn it on at the server"));
        }
      }
      answers(wiring.ledger().unanswered());
      analysts(wiring.analysts().readiness());
      backup(new PostgresAudit(connections, "doctor").lastBackup());
    } catch (RunStopped stopped) {
      add(State.BAD, "PostgreSQL", stopped.issue().message());
    } catch (SQLException failed) {
      add(
          State.BAD,
          "PostgreSQL",
          new Text(
              "menolak (" + failed.getSQLState() + ")", "refuses (" + failed.getSQLState() + ")"));
    }
  }

  private void answers(List<RunReport> pending) {
    add(
        pending.isEmpty() ? State.GOOD : State.NOTE,
        "outbox",
        pending.isEmpty()
            ? new Text("semua jawaban tersampaikan", "every answer was delivered")
            : new Text(
                pending.size()
                    + " jawaban tertunda; periksa hak dan ruang di "
                    + wiring.settings().home().outbox(),
                pending.size()
                    + " answers are pending; check rights and space in "
                    + wiring.settings().home().outbox()));
  }

  private void backup(@Nullable Instant last) {
    boolean old = last == null || last.isBefore(wiring.clock().instant().minus(BACKUP_EVERY));
    String when =
        last == null ? "" : LocalDate.ofInstant(last, Connections.DEFAULT_ZONE).toString();
    add(
        old ? State.NOTE : State.GOOD,
        "backup",
        last == null
            ? new Text(
                "belum pernah; buat dengan: pde backup FOLDER",
                "none yet; make one: pde backup DIR")
            : new Text(
                "yang terakhir " + when + (old ? "; sudah lama" : ""),
                "the last one " + when + (old ? "; that is long ago" : "")));
  }

  private void analysts(Readiness readiness) {
    switch (readiness.state()) {
      case READY ->
          add(
              State.GOOD,
              "pde_analyst",
              new Text("peran analis ada", "the role of analysts is there"));
      case LATER ->
          add(
              State.GOOD,
              "pde_analyst",
              new Text("dibuat bila diperlukan", "is made when it is needed"));
      case LACKING -> {
        String sql = String.join("; ", readiness.missing());
        add(
            State.NOTE,
            "pde_analyst",
            new Text(
                "PDE tidak berhak membuat login analis; minta pengelola basis data menjalankan: "
                    + sql,
                "PDE may not make logins of analysts; ask the database's keeper to run: " + sql));
      }
    }
  }

  private static String value(Statement statement, String sql) throws SQLException {
    try (ResultSet result = statement.executeQuery(sql)) {
      result.next();
      String value = result.getString(1);
      return value == null ? "" : value;
    }
  }

  private void add(State state, String subject, Text text) {
    findings.add(new Finding(state, subject, text));
  }
}
