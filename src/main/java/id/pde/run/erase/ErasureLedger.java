package id.pde.run.erase;

import id.pde.run.erase.Tombstone.Event;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The side of the database that an erasure works on. No value is ever kept in it. */
public interface ErasureLedger {

  /** Every tombstone that was laid or lifted, as the database remembers it. */
  List<Event> events();

  /**
   * Keeps that an erasure begins, with its tombstone, before anything is touched; its number.
   *
   * @param laid null: none is laid
   */
  long begin(Note note, @Nullable Tombstone laid);

  /** Lifts a tombstone, if the database has it. */
  void lift(Tombstone tombstone, Note note);

  /** Keeps what became of a file. */
  void done(long erasure, FileDone file);

  /** Keeps that an erasure came to its end. */
  void end(long erasure, List<Count> counts);

  /** Opens the transaction that takes rows away. */
  Work open(Mode mode);

  /** What was done, the newest first. */
  List<Entry> entries(int limit);

  /**
   * Who does what, why.
   *
   * @param subject without its value
   */
  record Note(String who, String subject, String reason, String reference, Instant at) {}

  /** How much went from a place: {@code warehouse.penduduk}, {@code pde.quarantine}. */
  record Count(String place, long rows) {}

  /**
   * What became of an archived delivery or of an answer.
   *
   * @param sha256 of before; of answers, too
   * @param now SHA-256 of what is there by now; null: it was deleted
   * @param records that it lost
   */
  record FileDone(String place, String sha256, @Nullable String now, long records) {}

  /**
   * An erasure as the ledger keeps it.
   *
   * @param ended null: it was interrupted
   */
  record Entry(
      long erasure,
      String action,
      Instant begun,
      @Nullable Instant ended,
      String who,
      String login,
      String subject,
      String reason,
      String reference,
      List<Count> counts,
      List<FileDone> files) {
    public Entry {
      counts = List.copyOf(counts);
      files = List.copyOf(files);
    }
  }

  /** Whether it is meant. */
  enum Mode {
    /** Rolled back at the end; loads are not kept waiting. */
    PREVIEW,
    /** Holds all tables that mappings own: no load is under way. */
    ERASE
  }

  /** One transaction. One thread. */
  interface Work extends AutoCloseable {

    /** Takes away all that is the subject's; how much of what. */
    List<Count> erase(Trail trail);

    /**
     * Keeps which files are about to change, so that an erasure that is repeated knows what an
     * interrupted one has done.
     */
    void plan(long erasure, List<FileDone> files);

    void commit();

    @Override
    void close();
  }

  /**
   * What leads to the subject's rows.
   *
   * @param values as tables may hold them: the value and its pseudonym; empty: it is a key
   * @param pattern how it stands inside other text; null: it is a key
   * @param own by table, the columns that say whose row it is; a table that is missing: any column
   * @param key null: it is a person
   * @param rows that reading the archive found
   */
  record Trail(
      List<String> values,
      @Nullable String pattern,
      Map<String, List<String>> own,
      Subject.@Nullable OfKey key,
      List<Found> rows) {
    public Trail {
      values = List.copyOf(values);
      own = Map.copyOf(own);
      rows = List.copyOf(rows);
    }
  }

  /**
   * Rows of a delivery, by the runs that read it alike.
   *
   * @param references as {@code _row} has them
   * @param ordinals ascending
   * @param places of the rows and their cells
   * @param moves whether the ordinals of the rows after them will be lower: they go from a file
   *     that stays
   */
  record Found(
      String sha256,
      String table,
      List<Long> runs,
      List<String> references,
      List<Long> ordinals,
      Set<String> places,
      boolean moves) {
    public Found {
      runs = List.copyOf(runs);
      references = List.copyOf(references);
      ordinals = List.copyOf(ordinals);
      places = Set.copyOf(places);
    }
  }
}
