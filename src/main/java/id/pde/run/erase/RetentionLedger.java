package id.pde.run.erase;

import id.pde.run.erase.ErasureLedger.Note;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The side of the database that retention works on. */
public interface RetentionLedger {

  /**
   * Rejected rows and issues of the runs of a mapping that ended before an instant.
   *
   * @param mapping empty: of no mapping
   */
  Due quarantine(String mapping, Instant before);

  /** Versions of the rows of a table that ended before an instant. */
  Due history(String table, Instant before);

  /** Owned tables, and the mapping that owns each. */
  Map<String, String> tables();

  /** Runs that rows which stand, and versions that are kept, came with. */
  Set<Long> neededRuns();

  /** Keeps that retention is applied; its number. */
  long begin(Note note);

  long removeQuarantine(String mapping, Instant before);

  /** Removes versions, and keeps since when the others are known. */
  long removeHistory(long number, String table, Instant before);

  /** What PDE remembers so as not to do a thing twice. */
  enum Marks {
    /** Of a run that a receiver was told of; needed as long as it may still look for that run. */
    EVENTS("pde.event_told"),
    /** Of a file that was taken; needed as long as it lies at its door. */
    DOORS("pde.door_file");

    private final String table;

    Marks(String table) {
      this.table = table;
    }

    String table() {
      return table;
    }
  }

  /** Marks from before an instant that are needed no more. */
  Due marks(Marks marks, Instant before);

  long removeMarks(Marks marks, Instant before);

  /**
   * How much is due.
   *
   * @param oldest null: nothing is
   */
  record Due(long count, @Nullable Instant oldest) {}

  /** Names that a policy goes by. */
  List<String> mappings();
}
