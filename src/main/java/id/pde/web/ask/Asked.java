package id.pde.web.ask;

import id.pde.run.ReadOnlySql.Column;
import id.pde.run.ReadOnlySql.ResultVisitor;
import id.pde.run.ask.Asking.Refusal;
import id.pde.run.ask.Stop;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A statement that somebody asked, and what came of it so far. Safe for use by many threads. */
public final class Asked implements ResultVisitor {

  /** So many rows are shown. */
  public static final int SHOWN = 500;

  /** So many rows are counted. */
  public static final int COUNTED = 100_000;

  private static final int LONGEST_VALUE = 1_000;
  private static final int LARGEST = 500_000;

  private final long number;
  private final String statement;
  private final Instant begun;
  private final Stop stop = new Stop();
  private final CountDownLatch over = new CountDownLatch(1);
  private final List<List<@Nullable String>> rows = new ArrayList<>();
  private final List<Export> exports = new ArrayList<>();
  private List<Column> columns = List.of();
  private long count;
  private int size;
  private boolean shortened;
  private boolean dropped;
  private @Nullable Refusal refusal;
  private @Nullable Instant ended;
  private Instant seen;

  Asked(long number, String statement, Instant begun) {
    this.number = number;
    this.statement = statement;
    this.begun = begun;
    this.seen = begun;
  }

  /**
   * A file that was made of it.
   *
   * @param rows that went into it
   * @param whole whether it came to its end
   */
  public record Export(String form, long rows, boolean whole) {}

  /** How it stands. */
  public record Standing(
      List<Column> columns,
      List<List<@Nullable String>> rows,
      long count,
      boolean shortened,
      @Nullable Refusal refusal,
      List<Export> exports) {

    /** Whether there are more rows than were counted. */
    public boolean uncounted() {
      return count > COUNTED;
    }
  }

  public long number() {
    return number;
  }

  public String statement() {
    return statement;
  }

  public Instant begun() {
    return begun;
  }

  Stop stop() {
    return stop;
  }

  /** What there is to show; rows that are not kept any more are not there. */
  public synchronized Standing standing() {
    return new Standing(
        columns, List.copyOf(rows), count, shortened, refusal, List.copyOf(exports));
  }

  public synchronized boolean running() {
    return ended == null;
  }

  /** Whether its rows made room for those of later ones. */
  public synchronized boolean dropped() {
    return dropped;
  }

  /** How long it took, or takes so far. */
  public synchronized Duration took(Instant now) {
    return Duration.between(begun, ended == null ? now : ended);
  }

  /** Somebody looks at it. */
  public synchronized void look(Instant now) {
    seen = now;
  }

  synchronized Instant seen() {
    return seen;
  }

  /** Waits until it is over, but not for long. */
  void await(Duration patience) {
    try {
      if (!over.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (InterruptedException ends) {
      Thread.currentThread().interrupt();
    }
  }

  synchronized void exported(Export export) {
    exports.add(export);
  }

  synchronized void drop() {
    if (!rows.isEmpty()) {
      rows.clear();
      dropped = true;
    }
  }

  void end(@Nullable Refusal why, Instant now) {
    synchronized (this) {
      refusal = why;
      ended = now;
    }
    over.countDown();
  }

  @Override
  public synchronized void columns(List<Column> found) {
    columns = List.copyOf(found);
  }

  @Override
  public synchronized void row(List<@Nullable String> values) {
    count++;
    if (rows.size() >= SHOWN || size > LARGEST) {
      return;
    }
    List<@Nullable String> kept = new ArrayList<>(values.size());
    for (String value : values) {
      String cut = value;
      if (value != null && value.length() > LONGEST_VALUE) {
        cut = value.substring(0, LONGEST_VALUE) + "...";
        shortened = true;
      }
      size += cut == null ? 1 : cut.length();
      kept.add(cut);
    }
    rows.add(Collections.unmodifiableList(kept));
  }
}
