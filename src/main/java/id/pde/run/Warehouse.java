package id.pde.run;

import id.pde.mapping.Mapping;
import id.pde.model.Counts;
import id.pde.model.Issue;
import id.pde.model.Outcome;
import id.pde.model.Period;
import id.pde.run.check.RowFinding;
import id.pde.run.pull.Mark;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The side of the warehouse that a run writes to. */
public interface Warehouse {

  /** The number of the next run; numbers of killed runs stay unused. */
  long nextRun();

  /**
   * Makes sure that the table has the mapping's shape (alone, before the transaction), opens the
   * transaction of a run and takes its table.
   *
   * @throws TableBusy when another run holds the table longer than the order is patient
   * @throws TargetUnavailable when the database is away
   * @throws TargetRefused when the table does not fit the mapping
   */
  Publication open(Order order);

  /**
   * Keeps a run that publishes nothing: refused, failed, waiting, duplicate. One transaction of its
   * own.
   *
   * @param mapping null: no mapping took the delivery
   */
  void record(RunReport report, @Nullable Mapping mapping);

  /**
   * What a publication is about.
   *
   * @param run its number; 0 for a plan
   * @param rejectsOf the run whose waiting rows are read again; null: a delivery with all its rows
   * @param late what becomes of rows whose key the table holds from a later period
   */
  record Order(
      long run,
      Mapping mapping,
      String sha256,
      Intent intent,
      Duration patience,
      RunListener listener,
      @Nullable Long rejectsOf,
      Late late) {

    /** Rows of earlier periods. */
    public enum Late {
      FILTERED,
      LOADED
    }

    /** The same under another number. */
    public Order as(long other) {
      return new Order(other, mapping, sha256, intent, patience, listener, rejectsOf, late);
    }

    /** A delivery with all its rows. */
    public Order(
        long run,
        Mapping mapping,
        String sha256,
        Intent intent,
        Duration patience,
        RunListener listener) {
      this(run, mapping, sha256, intent, patience, listener, null, Late.FILTERED);
    }
  }

  /** A row that waits in quarantine. */
  record WaitingRow(long ordinal, String place) {}

  /** Which period an earlier run of the same bytes and mapping must have had. */
  sealed interface SamePeriod {
    /** Whichever: the bytes themselves say their period, so it is the same. */
    record Any() implements SamePeriod {}

    /** This one; null: none. */
    record Of(@Nullable Period period) implements SamePeriod {}
  }

  /** Whether the publication is meant. */
  enum Intent {
    LOAD,
    /** Nothing is written and no table is locked; counts come out as a load would have them. */
    PLAN
  }

  /**
   * One transaction: rows in, verdict out, then published whole or not at all. Used by one thread.
   */
  interface Publication extends AutoCloseable {

    /**
     * The number that the run has from now on. It is the one of its order, or a higher one where a
     * run with a higher number was published into the table meanwhile: within a table numbers rise
     * as runs are published.
     */
    long run();

    /** About the table, for the run to tell. */
    default List<Issue> notes() {
      return List.of();
    }

    /**
     * The run that loaded the same bytes, mapping and period and was not undone; null: none. Asked
     * with the lock held.
     */
    @Nullable Long duplicateOf(SamePeriod same);

    /** The rows of a run that still wait in quarantine, in reading order. */
    List<WaitingRow> waiting(long run);

    /** The run after this one that last loaded the same mapping and stands; null: none. */
    @Nullable Long laterThan(long run);

    /**
     * Takes a record; order is reading order.
     *
     * @param period that it speaks of; null: none
     */
    default void accept(Outcome.Accepted accepted, @Nullable Period period) {
      accept(accepted, period, List.of());
    }

    /**
     * As {@link #accept(Outcome.Accepted, Period)}, for a mapping whose checks compare rows.
     *
     * @param marks what tells equal rows apart from others, one per such check in the order of the
     *     mapping; null: the row is compared with none
     */
    void accept(Outcome.Accepted accepted, @Nullable Period period, List<@Nullable Long> marks);

    /** Takes a row that deletes the one of its key. */
    default void delete(Outcome.Deletes deletes, @Nullable Period period) {
      throw new UnsupportedOperationException("rows without a key delete none");
    }

    /**
     * The latest-ending period that a standing run brought to the table, where it ends after this
     * day; null: none.
     */
    default @Nullable Latest later(LocalDate than) {
      return null;
    }

    /** Takes a row for the quarantine. Also after {@link #settle}. */
    void reject(Outcome.Rejected rejected);

    /**
     * Ends the copying and compares keys: with each other, and with the table. Nothing of the
     * target is touched.
     */
    Settlement settle();

    /**
     * What single rows break of the mapping's checks, in its order. After {@link #settle}; rows
     * that it excluded do not count, but those that a check rejects are told.
     */
    default List<RowFinding> findings() {
      return List.of();
    }

    /** Examples of what a publication would do. After {@link #settle}. */
    default Changes changes() {
      return Changes.NONE;
    }

    /** A digest of all that a publication would do to rows. After {@link #settle}. */
    default String digest() {
      return "";
    }

    /** Whether an earlier pull of the mapping that stands left a watermark. */
    default boolean isMarked() {
      return false;
    }

    /** Takes how far the pull came; kept together with what is published, or not at all. */
    default void mark(Mark mark) {
      throw new UnsupportedOperationException("this warehouse keeps no watermarks");
    }

    /**
     * Writes target, history, quarantine and ledger, and commits. What is written must equal the
     * counts of the report; otherwise nothing is.
     *
     * @throws TargetRefused when it does not, or the database objects
     * @throws TargetUnavailable when the connection is lost
     */
    void publish(RunReport report);

    /** Rolls back whatever was not published. */
    @Override
    void close();
  }

  /**
   * The verdict over a publication's rows.
   *
   * @param counts inserted, updated, unchanged, deleted are final; accepted excludes the
   *     exclusions; read, rejected, filtered and warned are 0 (the loop knows them)
   * @param present rows that the table held before; for replace per part, those of the parts.
   *     Counted where a guard or a limit asks
   * @param marks rows that deleted the one of their key, or would have: no part of accepted
   * @param exclusions rows that were accepted but do not count, ascending by ordinal
   */
  record Settlement(Counts counts, long present, long marks, Exclusions exclusions) {

    /** Of a delivery that marks nothing. */
    public Settlement(Counts counts, long present, Exclusions exclusions) {
      this(counts, present, 0, exclusions);
    }
  }

  /** What period a run brought. */
  record Latest(Period period, long run) {}

  /** A walk over exclusions with bounded memory. */
  interface Exclusions extends AutoCloseable {

    /** The next one, or null at the end. */
    @Nullable Exclusion next();

    @Override
    void close();
  }

  /**
   * A row that does not count.
   *
   * @param ordinal of the row
   * @param other ordinal of the row that it repeats; 0 where the key stands in the table
   */
  record Exclusion(long ordinal, Why why, long other) {
    /** The reason. */
    public enum Why {
      /** Equal in all mapped columns to an earlier row: filtered. */
      REPEATED_EQUAL,
      /** Another row of this delivery has the same key: rejected, {@code key.repeated}. */
      REPEATED_KEY,
      /** The run whose rows are read again, or a later one, loaded this key: rejected. */
      KEY_NEWER,
      /** The table has the row of this key from a later period: filtered. */
      LATE,
      /** The table has this key already (append): rejected, {@code key.exists}. */
      KEY_EXISTS,
      /** A check with {@code severity: reject}, whose number among the checks stands in other. */
      CHECK
    }
  }
}
