package id.pde.run;

import id.pde.model.Text;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a second person has to do with a run: one that is held, or that was loaded after being held.
 *
 * @param plan the hash of what may be loaded
 * @param askedBy the user who had it loaded; empty: nobody, it came by a watched folder
 * @param decision null: it waits
 */
public record Approval(String plan, String askedBy, @Nullable Decision decision) {

  /**
   * What somebody made of a held run.
   *
   * @param reason in their own words; empty: none
   */
  public record Decision(Verdict verdict, String by, Instant at, String reason) {}

  /** Ends of a held run. */
  public enum Verdict {
    APPROVED,
    DECLINED,
    /** It was approved, but would have done something else by then: that waits as another run. */
    OVERTAKEN;

    /** As the ledger and JSON say it. */
    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** As people read it. */
    public Text text() {
      return switch (this) {
        case APPROVED -> new Text("disetujui", "approved");
        case DECLINED -> new Text("tidak disetujui", "declined");
        case OVERTAKEN -> new Text("diganti run yang lebih baru", "overtaken by a newer run");
      };
    }
  }
}
