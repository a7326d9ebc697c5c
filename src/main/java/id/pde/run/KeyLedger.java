package id.pde.run;

import java.util.List;
import java.util.Optional;

/** What the database keeps of the keys of pseudonyms: their ids. */
public interface KeyLedger {

  /** The id of the key of all pseudonyms in the warehouse; none: there are no pseudonyms. */
  Optional<String> inUse();

  /** The ids of keys that are in use no more, oldest first. */
  List<String> retired();

  /**
   * Begins the transaction of a rotation: runs that make pseudonyms wait until it ends.
   *
   * @throws TargetUnavailable when the database is away
   */
  Rekeying rekey(String before, String after);

  /** A table with pseudonyms. */
  record Holder(String table, String mapping, List<String> columns) {
    public Holder {
      columns = List.copyOf(columns);
    }
  }

  /** A table, and the runs that wrote rows to it whose pseudonyms nothing explains. */
  record Gap(String table, List<Long> runs) {
    public Gap {
      runs = List.copyOf(runs);
    }
  }

  /** One transaction; nothing of it stays unless it is committed. One thread. */
  interface Rekeying extends AutoCloseable {

    List<Holder> holders();

    /** A pseudonym, and what stands in its place from now on. */
    void pair(String before, String after);

    /** Pseudonyms of current rows and of history that no pair explains; empty: none. */
    List<Gap> gaps();

    /** Renews all of them and commits; the number of values. */
    long commit();

    @Override
    void close();
  }
}
