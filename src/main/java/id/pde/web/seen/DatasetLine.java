package id.pde.web.seen;

import id.pde.model.Text;
import id.pde.run.overview.RunLine;
import id.pde.schedule.expect.Board.Place;
import org.jspecify.annotations.Nullable;

/**
 * A dataset as lists show it.
 *
 * @param agency its name, not its id
 * @param last its newest run; null: nothing came yet
 * @param loaded its newest run that is in the table; null: none
 * @param promise the period that is looked at against what was promised; null: nothing is expected
 */
public record DatasetLine(
    String id,
    Text title,
    String agency,
    String table,
    @Nullable RunLine last,
    @Nullable RunLine loaded,
    @Nullable Place promise) {

  /** How it is with the promise: {@code late}, {@code due_soon} ... or {@code none}. */
  public String state() {
    return promise == null ? "none" : promise.state().code();
  }

  /** What needs somebody comes first. */
  public int weight() {
    if (promise == null) {
      return loaded == null ? 2 : 4;
    }
    return switch (promise.state()) {
      case LATE -> 0;
      case RETURNED, RECEIVED -> 1;
      case DUE_SOON -> 2;
      case PENDING, NOT_EXPECTED -> 3;
      case ACCEPTED -> 5;
    };
  }
}
