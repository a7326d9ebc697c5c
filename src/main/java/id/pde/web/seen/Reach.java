package id.pde.web.seen;

import id.pde.run.RunReport;
import id.pde.run.account.Account;
import id.pde.web.City;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What of the city a reader may see. What they may not see is not there. */
public final class Reach {

  private Reach() {}

  /** The agencies whose runs are listed; null: of all. */
  public static @Nullable Set<String> agencies(Account me) {
    return me.seesAll() ? null : Set.copyOf(me.agencies());
  }

  /**
   * A run that a reader may see.
   *
   * @throws PageMissing where there is none
   */
  public static RunReport run(City city, Account me, long number) {
    RunReport run = city.ledger().run(number);
    if (run == null || !me.sees(run.agency())) {
      throw new PageMissing();
    }
    return run;
  }
}
