package id.pde.web.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.pde.model.Language;
import id.pde.model.Text;
import id.pde.run.Approving.Person;
import id.pde.run.ReportJson;
import id.pde.run.RunReport;
import id.pde.run.account.Account;
import id.pde.run.account.Role;
import id.pde.run.overview.Overview.Rejected;
import id.pde.run.overview.Overview.Rejects;
import id.pde.run.overview.Overview.Runs;
import id.pde.run.overview.RunLine;
import id.pde.web.City;
import id.pde.web.seen.Reach;
import id.pde.web.work.Works;
import id.pde.web.work.Works.Wanted;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Runs, and what is done with them. */
@RestController
@RequestMapping("/api/v1/runs")
final class RunsApi {

  private static final int MOST = 500;

  private final City city;
  private final Asked asked;
  private final ObjectMapper json;

  RunsApi(City city, Works works, ObjectMapper json) {
    this.city = city;
    this.asked = new Asked(city, works);
    this.json = json;
  }

  @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  Paged<RunView> list(
      @RequestParam(name = "dataset", required = false) @Nullable String dataset,
      @RequestParam(name = "agency", required = false) @Nullable String agency,
      @RequestParam(name = "outcome", required = false) @Nullable String outcome,
      @RequestParam(name = "before", required = false) @Nullable Long before,
      @RequestParam(name = "limit", defaultValue = "100") int limit,
      Account me,
      HttpServletRequest request) {
    int size = Math.max(1, Math.min(MOST, limit));
    Language language = ApiDoors.language(request);
    List<RunLine> lines =
        city.overview()
            .runs(new Runs(agencies(me, agency), dataset, outcome, null, before, size + 1));
    boolean more = lines.size() > size;
    List<RunLine> shown = more ? lines.subList(0, size) : lines;
    return new Paged<>(
        shown.stream().map(run -> RunView.of(run, language)).toList(),
        more ? shown.get(size - 1).run() : null);
  }

  /** One run as a line of its own. */
  @GetMapping(produces = MediaType.APPLICATION_NDJSON_VALUE)
  ResponseEntity<String> lines(
      @RequestParam(name = "dataset", required = false) @Nullable String dataset,
      @RequestParam(name = "agency", required = false) @Nullable String agency,
      @RequestParam(name = "outcome", required = false) @Nullable String outcome,
      @RequestParam(name = "before", required = false) @Nullable Long before,
      @RequestParam(name = "limit", defaultValue = "100") int limit,
      Account me,
      HttpServletRequest request)
      throws JsonProcessingException {
    return Ndjson.page(json, list(dataset, agency, outcome, before, limit, me, request).items());
  }

  @GetMapping(produces = "text/csv;charset=UTF-8")
  ResponseEntity<String> csv(
      @RequestParam(name = "dataset", required = false) @Nullable String dataset,
      @RequestParam(name = "agency", required = false) @Nullable String agency,
      @RequestParam(name = "outcome", required = false) @Nullable String outcome,
      @RequestParam(name = "before", required = false) @Nullable Long before,
      @RequestParam(name = "limit", defaultValue = "100") int limit,
      Account me,
      HttpServletRequest request) {
    return Csv.page(
        RunView.HEADER,
        list(dataset, agency, outcome, before, limit, me, request).items(),
        RunView::fields);
  }

  private static @Nullable Set<String> agencies(Account me, @Nullable String wanted) {
    if (wanted == null) {
      return Reach.agencies(me);
    }
    return me.sees(wanted) ? Set.of(wanted) : Set.of();
  }

  /** As {@code pde run N --json}. */
  @GetMapping(path = "/{number}", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<String> run(
      @PathVariable("number") long number, Account me, HttpServletRequest request) {
    return Tagged.of(ReportJson.text(Reach.run(city, me, number), ApiDoors.language(request)));
  }

  @GetMapping(path = "/{number}/rejects", produces = MediaType.APPLICATION_JSON_VALUE)
  Paged<RejectView> rejects(
      @PathVariable("number") long number,
      @RequestParam(name = "after", defaultValue = "-1") long after,
      @RequestParam(name = "limit", defaultValue = "100") int limit,
      Account me,
      HttpServletRequest request) {
    Reach.run(city, me, number);
    int size = Math.max(1, Math.min(MOST, limit));
    Language language = ApiDoors.language(request);
    List<Rejected> rows =
        city.overview().rejected(new Rejects(number, null, null, after, size + 1));
    List<RejectView> views =
        rows.subList(0, Math.min(size, rows.size())).stream()
            .map(row -> RejectView.of(row, language))
            .toList();
    return new Paged<>(views, rows.size() > size ? views.get(size - 1).row() : null);
  }

  /** {@code approve}, {@code decline}, {@code undo}, {@code replay} or {@code replay-rejects}. */
  @PostMapping("/{number}/{act}")
  ResponseEntity<Object> act(
      @PathVariable("number") long number,
      @PathVariable("act") String act,
      @RequestParam(name = "why", defaultValue = "") String why,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      Account me) {
    RunReport run = Reach.run(city, me, number);
    Works.Task task =
        task(run, act.toLowerCase(Locale.ROOT), new Person(me.name(), why.strip()), me);
    Wanted wanted =
        new Wanted(
            new Text(act + " run " + number, act + " run " + number), me.name(), "run " + number);
    return asked.begin(new Asked.Request(key, act + " " + number), wanted, act, task);
  }

  private Works.Task task(RunReport run, String act, Person person, Account me) {
    City.Hands hands = city.as(me.name());
    boolean decides = me.works() || me.is(Role.APPROVER);
    boolean deciding = act.equals("approve") || act.equals("decline");
    boolean allowed = deciding ? decides : me.works();
    if (!allowed) {
      throw Problem.denied();
    }
    return switch (act) {
      case "approve" -> listener -> hands.approve(run, person, listener);
      case "decline" -> listener -> List.of(hands.decline(run, person));
      case "undo" -> listener -> List.of(hands.undoing().undo(run));
      case "replay" -> listener -> hands.replay(run, listener);
      case "replay-rejects" -> listener -> List.of(hands.replayRejects(run, listener));
      default -> throw Problem.missing();
    };
  }
}
