package id.pde.warehouse.backup;

import id.pde.run.backup.WarehouseCopy;
import id.pde.warehouse.connection.Connections;
import java.util.Optional;
import java.util.function.Supplier;

/** PDE's database as backups see it. */
public final class PostgresCopy implements WarehouseCopy {

  private final Supplier<Connections> connections;
  private final Supplier<Optional<Connections>> superuser;

  /**
   * @param connections the database; asked when it is needed
   * @param superuser of the same server, who alone may read how logins prove themselves; empty: PDE
   *     has none
   */
  public PostgresCopy(
      Supplier<Connections> connections, Supplier<Optional<Connections>> superuser) {
    this.connections = connections;
    this.superuser = superuser;
  }

  @Override
  public Snapshot snapshot() {
    Connections database = connections.get();
    return new OpenSnapshot(database, superuser.get().orElse(database));
  }

  @Override
  public Target target() {
    return new OpenTarget(connections.get());
  }
}
