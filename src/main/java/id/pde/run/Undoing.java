package id.pde.run;

import id.pde.model.Issue;
import id.pde.model.Text;
import java.util.List;

/**
 * Takes runs back: what a run added, changed and deleted becomes what it was before. Rows that a
 * later run changed stay as they are. It is a run of its own, which can be taken back itself.
 */
public interface Undoing {

  /**
   * What it would do; nothing is written.
   *
   * @throws UndoRefused when the run cannot be taken back
   * @throws TableBusy when another run holds the table
   * @throws TargetUnavailable when the database is away
   */
  Preview preview(RunReport run);

  /** Takes the run back, in one transaction; as {@link #preview} otherwise. */
  RunReport undo(RunReport run);

  /**
   * Rows by what becomes of them.
   *
   * @param removed the run added them; they go
   * @param restored the run changed them; the version before comes back
   * @param returned the run deleted them; they come back
   * @param kept a later run changed or deleted them; they stay
   * @param later those runs, the newest first, at most ten
   * @param impossible their earlier version lacks a value that the table wants by now; they stay
   * @param lacking the columns of these
   */
  record Preview(
      long removed,
      long restored,
      long returned,
      long kept,
      List<Long> later,
      long impossible,
      List<String> lacking) {

    public Preview {
      later = List.copyOf(later);
      lacking = List.copyOf(lacking);
    }

    /** How many rows change. */
    public long reversed() {
      return removed + restored + returned;
    }

    /** The rows as a sentence goes on to tell them. */
    public Text text() {
      return new Text(
          Numbers.id(removed)
              + " baris dihapus, "
              + Numbers.id(restored)
              + " dikembalikan ke isi lamanya, "
              + Numbers.id(returned)
              + " dimunculkan lagi; "
              + Numbers.id(kept)
              + " tetap karena diubah run sesudahnya",
          "rows removed: "
              + Numbers.en(removed)
              + ", set back to what they were: "
              + Numbers.en(restored)
              + ", brought back: "
              + Numbers.en(returned)
              + ", kept because a later run changed them: "
              + Numbers.en(kept));
    }
  }

  /** The run cannot be taken back; nothing was changed. */
  final class UndoRefused extends RunStopped {
    private static final long serialVersionUID = 1L;

    public UndoRefused(Issue issue) {
      super(issue, null);
    }
  }
}
