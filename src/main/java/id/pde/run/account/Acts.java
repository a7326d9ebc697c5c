package id.pde.run.account;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What people did in the console, and programs through the API; never a value of a row. */
public interface Acts {

  /** Keeps an act. */
  void note(String who, String action, String subject, String detail);

  /** The newest first. */
  List<Act> newest(Filter filter);

  /**
   * Which acts.
   *
   * @param who null: of all
   * @param action null: all
   * @param before only acts with a smaller number; null: from the newest on
   */
  record Filter(@Nullable String who, @Nullable String action, @Nullable Long before, int limit) {}

  /**
   * An act.
   *
   * @param action {@code login}, {@code approve} ...
   * @param subject {@code run 12}, {@code schedule harga} ...
   */
  record Act(long act, Instant at, String who, String action, String subject, String detail) {}
}
