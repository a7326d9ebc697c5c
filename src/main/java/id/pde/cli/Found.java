package id.pde.cli;

import id.pde.model.Text;
import id.pde.run.Ledger;
import id.pde.run.RunReport;
import org.jspecify.annotations.Nullable;

/** Looks things up for commands, or says that they are not there. */
final class Found {

  private Found() {}

  static RunReport run(Ledger ledger, long number) {
    @Nullable RunReport run = ledger.run(number);
    if (run == null) {
      throw new NotFound(
          new Text(
              "Run " + number + " tidak ada. Daftar run: pde runs",
              "There is no run " + number + ". The list of runs: pde runs"));
    }
    return run;
  }
}
