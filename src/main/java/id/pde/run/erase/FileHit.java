package id.pde.run.erase;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A delivery in the archive that holds something of a subject.
 *
 * @param sha256 under which the archive keeps it
 * @param name as its sender named it; empty where nobody knows
 * @param readings what was found in it, by the runs that read it alike
 * @param form how it can be changed
 */
record FileHit(String sha256, String name, List<Reading> readings, Form form) {

  FileHit {
    readings = List.copyOf(readings);
  }

  /** What the bytes are. */
  enum Form {
    /** Lines: records can be blanked. */
    TEXT,
    /** Rows of a route. */
    ROWS,
    /** Anything else goes whole. */
    OTHER
  }

  /**
   * The rows that are the subject's.
   *
   * @param runs that read the delivery so, and the table that they fill
   * @param rows how many rows the delivery has in all
   * @param linewise whether it is read line by line
   */
  record Reading(List<Long> runs, String table, List<Match> matches, long rows, boolean linewise) {
    Reading {
      runs = List.copyOf(runs);
      matches = List.copyOf(matches);
    }
  }

  /**
   * A row.
   *
   * @param next the line of the row after it
   * @param reference as {@code _row} has it
   * @param places of the row and its cells, as issues show them
   */
  record Match(long ordinal, long line, long next, String reference, Set<String> places) {
    Match {
      places = Set.copyOf(places);
    }
  }

  /** Rows that go, by any reading. */
  long records() {
    return readings.stream()
        .flatMap(reading -> reading.matches().stream())
        .map(Match::line)
        .distinct()
        .count();
  }

  /** Where these records begin, and before which line they end at the latest. */
  Map<Long, Long> lines() {
    Map<Long, Long> lines = new HashMap<>();
    for (Reading reading : readings) {
      for (Match match : reading.matches()) {
        lines.merge(match.line(), match.next(), Math::min);
      }
    }
    return lines;
  }
}
