package id.pde.app;

import id.pde.run.ArchivedRow;
import id.pde.run.explain.Explaining;
import id.pde.run.explain.Lineage;
import id.pde.warehouse.PostgresVersions;
import id.pde.warehouse.mart.MartColumns;

/** Builds what tells where figures come from. */
final class Explanations {

  private final Wiring wiring;

  Explanations(Wiring wiring) {
    this.wiring = wiring;
  }

  /**
   * Rows, back to the cells of their deliveries.
   *
   * @param who the user of the operating system
   */
  Explaining rows(String who) {
    return new Explaining(
        new Explaining.Ports(
            new PostgresVersions(wiring.connections(), who),
            wiring.ledger(),
            new ArchivedRow(wiring.readers(), wiring.archive()),
            wiring.mappings(),
            () -> wiring.keys().pseudonyms()));
  }

  /** Columns, by the mapping files as they are now. */
  Lineage lineage() {
    return new Lineage(wiring.mappings().read().mappings().values(), MartColumns::of);
  }
}
