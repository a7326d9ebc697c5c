package id.pde.app.database;

import id.pde.app.embedded.EmbeddedServer;
import id.pde.model.Text;
import id.pde.run.BackupRefused;
import id.pde.run.Home;
import id.pde.run.backup.BackupFaults;
import id.pde.run.backup.RestoreMark;
import id.pde.warehouse.connection.ConnectionSettings;
import id.pde.warehouse.connection.Connections;
import id.pde.warehouse.connection.Migrations;
import id.pde.warehouse.connection.ServerCheck;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Finds PDE's database: {@code PDE_DB_URL} where it is set, else the embedded server. */
public final class Databases {

  private final Map<String, String> environment;
  private final Home home;
  private final Consumer<Text> notes;

  /**
   * @param notes takes what people should read while they wait
   */
  public Databases(Map<String, String> environment, Home home, Consumer<Text> notes) {
    this.environment = Map.copyOf(environment);
    this.home = home;
    this.notes = notes;
  }

  /**
   * A database that can be worked on: reached (the embedded server is started if need be), fit for
   * a warehouse, and with the schema {@code pde} of this version.
   *
   * @throws id.pde.run.TargetUnavailable when there is none
   * @throws id.pde.run.TargetRefused when its schema is newer or cannot be migrated
   * @throws id.pde.run.BackupRefused when a restore of the home was cut off
   */
  public Connections ready() {
    refuseUnfinished();
    Connections connections = reach();
    new Migrations(connections).apply();
    return connections;
  }

  /** As {@link #ready}, without touching the schema: a backup comes before an upgrade. */
  public Connections asItIs() {
    refuseUnfinished();
    return reach();
  }

  /** Says something to who waits. */
  public void tell(Text note) {
    notes.accept(note);
  }

  private void refuseUnfinished() {
    if (RestoreMark.isIn(home)) {
      throw new BackupRefused(
          BackupRefused.Kind.REFUSED, BackupFaults.unfinished(home.root()), null);
    }
  }

  /** The superuser of the embedded server; empty where somebody else runs the server. */
  public Optional<Connections> superuser() {
    return embedded().map(EmbeddedServer::superuser).map(Connections::new);
  }

  /** As {@link #ready}, without touching the schema. */
  public Connections reach() {
    Optional<ConnectionSettings> external = ExternalDatabase.from(environment);
    if (external.isEmpty()) {
      return new Connections(new EmbeddedServer(home, notes).ensureRunning());
    }
    Connections connections = new Connections(external.get());
    ServerCheck.check(connections).forEach(notes);
    return connections;
  }

  /** The server that PDE starts and stops itself; empty where somebody else runs it. */
  public Optional<EmbeddedServer> embedded() {
    return ExternalDatabase.isNamedIn(environment)
        ? Optional.empty()
        : Optional.of(new EmbeddedServer(home, notes));
  }
}
