package id.pde.route;

import id.pde.model.Issue;
import id.pde.model.Period;
import id.pde.route.door.MailWatch;
import id.pde.run.Claim;
import id.pde.run.RunReport;
import id.pde.run.pull.Pull;
import id.pde.run.pull.PulledRows;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What routes need of the rest of PDE. */
public interface Road {

  /**
   * Keeps what a route brings in the archive, then loads it through a mapping. Whatever is wrong
   * with it is told in the reports: one, or one for each mapping that takes a part of it.
   *
   * @throws id.pde.run.RunStopped when the mapping cannot be used or the database is away
   */
  List<RunReport> load(Brought brought, Target target);

  /**
   * Looks once into the watched folder of an agency and hands over what is whole, one claim after
   * the other. A claim that comes to no end stays, and is tried again.
   */
  void look(String agency, Consumer<Claim> taker);

  /**
   * The rows that a statement gives of the database of an agency; it is asked when the first row is
   * wanted.
   *
   * @throws id.pde.run.SourceUnreadable when the statement is none that only reads
   */
  default PulledRows pull(Pull pull) {
    throw new UnsupportedOperationException("no databases");
  }

  /**
   * From where the next pull of a mapping goes on: parameters of its statement by their names.
   *
   * @throws id.pde.run.RunStopped when the mapping has no watermark or the warehouse is away
   */
  default Map<String, Object> bounds(String mapping) {
    throw new UnsupportedOperationException("no watermarks");
  }

  /**
   * How a place could be read when it was last looked into.
   *
   * @param source without anything secret
   * @param ill why it could not be; null: it could
   */
  default void noted(String source, @Nullable Issue ill) {
    // Who does not watch sources need not listen.
  }

  /** What doors to machines elsewhere need. */
  default Doorway doorway() {
    throw new UnsupportedOperationException("no doors");
  }

  /**
   * Where fetched files join the road of the watched folder of an agency.
   *
   * @param door as routes name it
   * @param taker takes each file once it is PDE's own
   */
  default MailWatch.Desk landing(String door, String agency, Consumer<Claim> taker) {
    throw new UnsupportedOperationException("no doors");
  }

  /**
   * Where it goes.
   *
   * @param mapping an id, or what {@link Claim#toAnyOf} gives
   * @param period overrides what the mapping finds; null: nothing to override
   */
  record Target(String mapping, @Nullable Period period) {}

  /** What a route may bring. */
  sealed interface Brought {

    /** A file of a watched folder. */
    record Claimed(Claim claim) implements Brought {}

    /**
     * A file of this machine; it stays where it is.
     *
     * @param state what there is elsewhere now, as a schedule fetched it: where it is again what it
     *     was before, the table is to be so again, too
     */
    record OfFile(String name, Path file, boolean state) implements Brought {}

    /** Bytes; who brought them closes the stream. */
    record OfBytes(String name, InputStream bytes) implements Brought {}

    /**
     * Rows, read once and never held together: maps from heading to value, or lists of values.
     * Nothing is loaded unless all of them could be read.
     */
    record OfRows(String name, Iterator<?> rows) implements Brought {}
  }
}
