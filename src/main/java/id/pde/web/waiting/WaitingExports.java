package id.pde.web.waiting;

import id.pde.model.Language;
import id.pde.run.account.Account;
import id.pde.web.City;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.Semaphore;

/**
 * Gives waiting rows away, a few readers at a time, each time noted before the first row leaves and
 * after the last. Safe for use by many threads.
 */
public final class WaitingExports {

  /** Readers at a time. */
  public static final int AT_ONCE = 3;

  private final City city;
  private final Semaphore free = new Semaphore(AT_ONCE);

  public WaitingExports(City city) {
    this.city = city;
  }

  /**
   * What is wanted.
   *
   * @param form {@code csv} ...
   * @param door what the audit says beside the form; empty: nothing
   */
  public record Wanted(Narrowed narrowed, String form, String door, Language language) {}

  /** Writes the file; how many rows these were. */
  public interface Out {
    long write(WaitingFile file) throws IOException;
  }

  /** Too many read already; nothing was written. */
  public static final class Busy extends Exception {
    private static final long serialVersionUID = 1L;
  }

  /** The rows as far as the account may see them. */
  public void give(Account me, Wanted wanted, Out out) throws IOException, Busy {
    if (!free.tryAcquire()) {
      throw new Busy();
    }
    try {
      String door = wanted.door().isEmpty() ? "" : ", " + wanted.door();
      WaitingFile file = new WaitingFile(city, wanted.narrowed().facets(me), wanted.language());
      city.acts().note(me.name(), "quarantine.export", "quarantine", wanted.form() + door);
      long rows = out.write(file);
      String detail = wanted.form() + ", " + rows + " rows" + door;
      city.acts().note(me.name(), "quarantine.exported", "quarantine", detail);
      city.as(me.name())
          .audit()
          .note("export", List.of("pde.quarantine"), List.of("row_values"), wanted.form(), rows);
    } catch (UncheckedIOException gone) {
      throw gone.getCause();
    } finally {
      free.release();
    }
  }
}
