package id.pde.web.seen;

import id.pde.mapping.Described;
import id.pde.mapping.Expectation;
import id.pde.mapping.Mapping;
import id.pde.run.MappingFolder;
import id.pde.run.Submissions.Submission;
import id.pde.run.account.Account;
import id.pde.run.overview.Overview.Newest;
import id.pde.schedule.Schedule;
import id.pde.schedule.expect.Board;
import id.pde.schedule.expect.Board.Place;
import id.pde.schedule.expect.Board.State;
import id.pde.schedule.expect.HolidayFile;
import id.pde.web.City;
import id.pde.web.Shelf;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The datasets that a reader may see, with what came of what was promised. */
@Component
public final class Promises {

  /** So many periods are looked back for one that is late. */
  private static final int PERIODS = 4;

  private final City city;
  private final Shelf shelf;
  private final InstantSource clock;
  private volatile @Nullable Told told;

  Promises(City city, Shelf shelf, InstantSource clock) {
    this.city = city;
    this.shelf = shelf;
    this.clock = clock;
  }

  /** What the mappings of a folder promise, by their ids. */
  private record Told(MappingFolder of, Map<String, Promise> expected) {}

  /** What is expected of a mapping. */
  private record Promise(Mapping mapping, Expectation expected) {}

  /** The board of an expected dataset. */
  public record Row(Mapping mapping, List<Place> places) {}

  public MappingFolder folder() {
    return shelf.folder();
  }

  /** Those whose agency a reader may see, by id. */
  public Map<String, Mapping> mappings(Account me) {
    Map<String, Mapping> seen = new TreeMap<>();
    shelf
        .folder()
        .mappings()
        .forEach(
            (id, mapping) -> {
              if (me.sees(mapping.agency())) {
                seen.put(id, mapping);
              }
            });
    return seen;
  }

  /** The agencies that a reader may see: their names by id. */
  public Map<String, String> agencies(Account me) {
    Map<String, String> names = new TreeMap<>();
    shelf
        .folder()
        .agencies()
        .forEach(
            (id, agency) -> {
              if (me.sees(id)) {
                names.put(id, agency.name());
              }
            });
    return names;
  }

  /** The name of an agency, or its id where no file names it. */
  public String agency(String id) {
    MappingFolder.Agency agency = shelf.folder().agencies().get(id);
    return agency == null ? id : agency.name();
  }

  /** What is most pressing first. */
  public List<DatasetLine> datasets(Account me) {
    Map<String, Newest> newest =
        city.overview().newest(Reach.agencies(me)).stream()
            .collect(Collectors.toMap(Newest::mapping, Function.identity()));
    Map<String, Row> board =
        board(me, PERIODS).stream()
            .collect(Collectors.toMap(row -> row.mapping().id(), Function.identity()));
    List<DatasetLine> lines = new ArrayList<>();
    mappings(me)
        .forEach(
            (id, mapping) -> {
              Newest runs = newest.get(id);
              Row row = board.get(id);
              lines.add(
                  new DatasetLine(
                      id,
                      mapping.title(),
                      agency(mapping.agency()),
                      mapping.target().table(),
                      runs == null ? null : runs.last(),
                      runs == null ? null : runs.loaded(),
                      row == null ? null : pressing(row.places())));
            });
    lines.sort(Comparator.comparingInt(DatasetLine::weight).thenComparing(DatasetLine::id));
    return lines;
  }

  /** Every expected dataset with its newest periods, the oldest first. */
  public List<Row> board(Account me, int periods) {
    return board(expected(me), periods);
  }

  /** The expected datasets of agencies that a reader may see, by id. */
  public List<Mapping> expected(Account me) {
    return expected().values().stream()
        .map(Promise::mapping)
        .filter(mapping -> me.sees(mapping.agency()))
        .toList();
  }

  /** The board of some datasets; those of which nothing is expected are left out. */
  public List<Row> board(List<Mapping> wanted, int periods) {
    Map<String, Promise> known = expected();
    List<Promise> expected = new ArrayList<>();
    for (Mapping mapping : wanted) {
      Promise promise = known.get(mapping.id());
      if (promise != null) {
        expected.add(promise);
      }
    }
    if (expected.isEmpty()) {
      return List.of();
    }
    Map<String, List<Submission>> submitted =
        city
            .submissions()
            .of(expected.stream().map(promise -> promise.mapping().id()).toList())
            .stream()
            .collect(Collectors.groupingBy(Submission::mapping));
    Board board =
        new Board(
            LocalDate.ofInstant(clock.instant(), Schedule.DEFAULT_ZONE),
            Schedule.DEFAULT_ZONE,
            HolidayFile.read(city.mappings().root()).holidays());
    List<Row> rows = new ArrayList<>();
    for (Promise promise : expected) {
      Mapping mapping = promise.mapping();
      List<Submission> own = submitted.getOrDefault(mapping.id(), List.of());
      rows.add(new Row(mapping, board.of(promise.expected(), own, periods)));
    }
    return rows;
  }

  /** What is expected of whom, by id; read anew only when the files are. */
  @SuppressWarnings("ReferenceEquality") // Every reading of the files makes another folder.
  private Map<String, Promise> expected() {
    MappingFolder folder = shelf.folder();
    Told known = told;
    if (known != null && known.of() == folder) {
      return known.expected();
    }
    Map<String, Promise> expected = new LinkedHashMap<>();
    new TreeMap<>(folder.mappings())
        .values()
        .forEach(
            mapping ->
                Expectation.of(Described.of(mapping).expected())
                    .filter(Board::shows)
                    .ifPresent(
                        expectation ->
                            expected.put(mapping.id(), new Promise(mapping, expectation))));
    told = new Told(folder, Collections.unmodifiableMap(expected));
    return expected;
  }

  /** A late period before all others, else the newest that is not only to come. */
  private static @Nullable Place pressing(List<Place> places) {
    Place found = null;
    for (Place place : places) {
      if (place.state() == State.LATE || place.state() == State.RETURNED) {
        return place;
      }
      if (found == null || place.state() != State.PENDING) {
        found = place;
      }
    }
    return found;
  }
}
