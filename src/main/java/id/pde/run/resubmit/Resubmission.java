package id.pde.run.resubmit;

import id.pde.run.Delivery;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a delivery is that corrects an earlier one of the same dataset and period.
 *
 * @param number from 2; 0: the ledger has not counted it yet
 * @param corrects runs that it corrects; of a run in the ledger the one of its own mapping
 * @param sent the name under which it came; the delivery itself keeps the name of the first
 * @param joined the bytes that it is laid over, the oldest first; none: it is whole by itself
 * @param repaired what became of the issues of the run before; null: nobody compared them yet
 */
public record Resubmission(
    int number,
    List<Long> corrects,
    String sent,
    List<Joined> joined,
    @Nullable Repaired repaired) {

  public Resubmission {
    corrects = List.copyOf(corrects);
    joined = List.copyOf(joined);
  }

  /** One whose issues were not compared yet. */
  public Resubmission(int number, List<Long> corrects, String sent, List<Joined> joined) {
    this(number, corrects, sent, joined, null);
  }

  /** Bytes in the archive. */
  public record Joined(String sha256, long bytes, Delivery.Form form) {}

  /** The run that it corrects. */
  public long base() {
    return corrects.get(0);
  }

  /** Whether it holds only a part of what is loaded. */
  public boolean isPart() {
    return !joined.isEmpty();
  }

  /** The same, with what became of the issues. */
  Resubmission with(Repaired compared) {
    return new Resubmission(number, corrects, sent, joined, compared);
  }

  /**
   * What became of the issues that both runs list one by one.
   *
   * @param gone of the earlier run, not met again
   * @param left met again
   * @param fresh not met before
   * @param all whether both runs list all of theirs
   * @param places of the first ones that are left, and of the first fresh ones
   */
  public record Repaired(long gone, long left, long fresh, boolean all, List<String> places) {
    public Repaired {
      places = List.copyOf(places);
    }
  }
}
