package id.pde.warehouse.connection;

import id.pde.model.Issue;
import id.pde.model.Issue.Advice;
import id.pde.model.Location;
import id.pde.model.Severity;
import id.pde.model.Text;
import id.pde.run.TargetRefused;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.MigrationVersion;
import org.jspecify.annotations.Nullable;

/** Brings the schema {@code pde} to the version that this PDE knows, and refuses a newer one. */
public final class Migrations {

  /** Where the migrations are on the class path. */
  public static final String LOCATION = "classpath:id/pde/warehouse/migration";

  private static final String SCHEMA = "pde";

  private final Connections connections;
  private final String location;

  public Migrations(Connections connections) {
    this(connections, LOCATION);
  }

  Migrations(Connections connections, String location) {
    this.connections = connections;
    this.location = location;
  }

  /**
   * Migrates; of several processes that start together one does it and the others wait.
   *
   * @throws TargetRefused when the schema is newer than this PDE or cannot be changed
   * @throws id.pde.run.TargetUnavailable when the database is away
   */
  public void apply() {
    try (Connection connection = connections.connect(Purpose.LOADING)) {
      if (SchemaVersion.isCurrent(connection, location)) {
        return;
      }
      MigrationTurn.take(connection);
      migrate();
    } catch (SQLException failure) {
      throw Unavailable.because(connections.settings(), failure);
    }
  }

  private void migrate() {
    Flyway flyway = flyway();
    try {
      refuseNewer(flyway);
      flyway.migrate();
    } catch (FlywayException failure) {
      throw explained(failure);
    }
  }

  private Flyway flyway() {
    return Flyway.configure(Migrations.class.getClassLoader())
        .loggers(QuietLog.class.getName())
        .dataSource(connections.source(Purpose.LOADING))
        .locations(location)
        .defaultSchema(SCHEMA)
        .schemas(SCHEMA)
        .createSchemas(true)
        .failOnMissingLocations(false)
        .validateMigrationNaming(true)
        .cleanDisabled(true)
        .load();
  }

  private void refuseNewer(Flyway flyway) {
    Optional<String> found =
        Arrays.stream(flyway.info().applied())
            .filter(migration -> isFuture(migration.getState()))
            .map(MigrationInfo::getVersion)
            .max(MigrationVersion::compareTo)
            .map(MigrationVersion::getVersion);
    if (found.isEmpty()) {
      return;
    }
    String known =
        Arrays.stream(flyway.info().all())
            .filter(migration -> !isFuture(migration.getState()))
            .map(MigrationInfo::getVersion)
            .filter(version -> version != null)
            .max(MigrationVersion::compareTo)
            .map(MigrationVersion::getVersion)
            .orElse("0");
    throw refused("database.schema_newer", newer(found.get(), known), null);
  }

  /** Flyway's word for a migration that was applied and is above all those it was given. */
  private static boolean isFuture(MigrationState state) {
    return state == MigrationState.FUTURE_SUCCESS || state == MigrationState.FUTURE_FAILED;
  }

  private RuntimeException explained(FlywayException failure) {
    SQLException answer = sqlException(failure);
    String state = answer == null || answer.getSQLState() == null ? "" : answer.getSQLState();
    if (answer != null && (state.startsWith("08") || state.startsWith("57P"))) {
      return Unavailable.because(connections.settings(), answer);
    }
    if (state.equals("42501")) {
      return refused("database.rights", rights(), failure);
    }
    return refused("database.migration", failed(), failure);
  }

  private static @Nullable SQLException sqlException(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException answer) {
        return answer;
      }
    }
    return null;
  }

  private TargetRefused refused(String code, Advice advice, @Nullable Throwable cause) {
    Location place = new Location.Whole(connections.place());
    return new TargetRefused(Issue.of(code, Severity.REFUSE, place, advice), cause);
  }

  private Advice newer(String found, String known) {
    String place = connections.place();
    return new Advice(
        "pde.flyway_schema_history",
        new Text(
            "Skema pde di %s ada pada versi %s; PDE ini hanya mengenal sampai versi %s"
                .formatted(place, found, known),
            "The schema pde in %s is at version %s; this PDE knows versions up to %s"
                .formatted(place, found, known)),
        new Text(
            "Pakai PDE yang lebih baru; PDE lama tidak mengubah apa pun di basis data ini",
            "Use the newer PDE; the older one changes nothing in this database"));
  }

  private Advice rights() {
    ConnectionSettings settings = connections.settings();
    String user = settings.user().replace("\"", "\"\"");
    return new Advice(
        "CREATE",
        new Text(
            "Login \"%s\" tidak berhak membuat skema pde di %s"
                .formatted(settings.user(), settings.place()),
            "The login \"%s\" may not make the schema pde in %s"
                .formatted(settings.user(), settings.place())),
        Text.same("GRANT CREATE ON DATABASE ... TO \"" + user + "\""));
  }

  private Advice failed() {
    String place = connections.place();
    return new Advice(
        "pde.flyway_schema_history",
        new Text(
            "Skema pde di " + place + " tidak dapat dibawa ke versi PDE ini",
            "The schema pde in " + place + " cannot be brought to the version of this PDE"),
        new Text(
            "Tidak ada yang berubah; lihat log, dan periksa apakah skema pde diubah dengan tangan",
            "Nothing was changed; see the log, and check whether the schema pde was changed by"
                + " hand"));
  }
}
