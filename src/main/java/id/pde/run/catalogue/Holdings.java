package id.pde.run.catalogue;

import id.pde.mapping.Mapping;
import id.pde.model.Period;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the warehouse has of datasets. */
public interface Holdings {

  /**
   * By the id of the mapping; of those that loaded nothing which stands there is none.
   *
   * @throws id.pde.run.TargetUnavailable when the database is away
   */
  Map<String, Holding> of(Collection<Mapping> mappings);

  /** Where the tables are. */
  Server server();

  /** Address of a database. */
  record Server(String host, int port, String database) {}

  /**
   * What stands of one dataset.
   *
   * @param loads runs that published data and were not taken back
   * @param lastRun the newest of them
   * @param periods of these runs, each once
   * @param rows of the table now, those of other mappings of the same table included; null: there
   *     is no table any more
   */
  record Holding(
      long loads,
      Instant first,
      Instant last,
      long lastRun,
      List<Period> periods,
      @Nullable Long rows) {

    public Holding {
      periods = List.copyOf(periods);
    }

    /** The period that ends last. */
    public Optional<Period> latest() {
      return periods.stream().max(Comparator.comparing(Period::end).thenComparing(Period::start));
    }

    Optional<LocalDate> start() {
      return periods.stream().map(Period::start).min(Comparator.naturalOrder());
    }

    Optional<LocalDate> end() {
      return periods.stream().map(Period::end).max(Comparator.naturalOrder());
    }
  }
}
