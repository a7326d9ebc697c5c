package id.pde.web.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import id.pde.mapping.Mapping;
import id.pde.model.Language;
import id.pde.run.account.Account;
import id.pde.run.overview.Overview.Newest;
import id.pde.run.overview.RunLine;
import id.pde.schedule.expect.Board.Place;
import id.pde.web.City;
import id.pde.web.seen.Promises;
import id.pde.web.seen.Reach;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Datasets and what came of their periods. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
final class DatasetsApi {

  private static final int MOST = 24;

  private final City city;
  private final Promises promises;

  DatasetsApi(City city, Promises promises) {
    this.city = city;
    this.promises = promises;
  }

  /**
   * A dataset.
   *
   * @param loadedPeriod of its newest load; null: none, or without a period
   */
  record DatasetView(
      String id,
      String title,
      String agency,
      String table,
      @JsonProperty("last_run") @Nullable Long lastRun,
      @JsonProperty("last_outcome") @Nullable String lastOutcome,
      @JsonProperty("loaded_run") @Nullable Long loadedRun,
      @JsonProperty("loaded_at") @Nullable String loadedAt,
      @JsonProperty("loaded_period") @Nullable String loadedPeriod) {

    static DatasetView of(Mapping mapping, @Nullable Newest newest, Language language) {
      RunLine last = newest == null ? null : newest.last();
      RunLine loaded = newest == null ? null : newest.loaded();
      return new DatasetView(
          mapping.id(),
          mapping.title().in(language),
          mapping.agency(),
          mapping.target().table(),
          last == null ? null : last.run(),
          last == null ? null : last.outcome().code(),
          loaded == null ? null : loaded.run(),
          loaded == null ? null : RunView.time(loaded.finished()),
          loaded == null ? null : loaded.period());
    }
  }

  @GetMapping("/datasets")
  List<DatasetView> datasets(Account me, HttpServletRequest request) {
    Language language = ApiDoors.language(request);
    Map<String, Newest> newest =
        city.overview().newest(Reach.agencies(me)).stream()
            .collect(Collectors.toMap(Newest::mapping, Function.identity()));
    return promises.mappings(me).values().stream()
        .map(mapping -> DatasetView.of(mapping, newest.get(mapping.id()), language))
        .toList();
  }

  /** A period of a dataset; as {@code pde submissions --json}. */
  record SubmissionView(
      String mapping,
      String agency,
      String period,
      String due,
      String state,
      @JsonProperty("days_late") long daysLate,
      @Nullable Long run) {}

  @GetMapping("/submissions")
  List<SubmissionView> submissions(
      @RequestParam(name = "periods", defaultValue = "4") int periods, Account me) {
    List<SubmissionView> views = new ArrayList<>();
    for (Promises.Row row : promises.board(me, Math.max(1, Math.min(MOST, periods)))) {
      for (Place place : row.places()) {
        views.add(
            new SubmissionView(
                row.mapping().id(),
                row.mapping().agency(),
                place.period().text(),
                place.due().toString(),
                place.state().code(),
                place.daysLate(),
                place.run()));
      }
    }
    return views;
  }
}
