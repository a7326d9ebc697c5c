package id.pde.web.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.pde.run.account.Account;
import id.pde.run.overview.Quarantine.Facets;
import id.pde.run.overview.Quarantine.Group;
import id.pde.run.overview.Quarantine.Share;
import id.pde.web.City;
import id.pde.web.waiting.Narrowed;
import id.pde.web.waiting.WaitingLoad;
import id.pde.web.work.Works;
import id.pde.web.work.Works.Wanted;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Rejected rows that wait, of all runs: by kind of issue, how many, and read again at once. */
@RestController
@RequestMapping("/api/v1/quarantine")
final class QuarantineApi {

  private static final int MOST = 500;

  private final City city;
  private final Asked asked;
  private final ObjectMapper json;

  QuarantineApi(City city, Works works, ObjectMapper json) {
    this.city = city;
    this.asked = new Asked(city, works);
    this.json = json;
  }

  /** How many rows wait in how many runs. */
  record CountView(long rows, long runs, List<ShareView> agencies) {
    CountView {
      agencies = List.copyOf(agencies);
    }
  }

  /** What waits of an agency. */
  record ShareView(String agency, long runs, long rows) {}

  /** At most {@code limit} runs at a time, the newest first, each with all its kinds. */
  @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  Paged<WaitingView> list(
      Narrowed narrowed,
      @RequestParam(name = "before", required = false) @Nullable Long before,
      @RequestParam(name = "limit", defaultValue = "100") int limit,
      Account me) {
    int size = Math.max(1, Math.min(MOST, limit));
    Facets facets = narrowed.facets(me);
    List<Group> groups = city.quarantine().groups(facets, before, size + 1);
    List<Long> runs = groups.stream().map(Group::run).distinct().toList();
    Long last = runs.size() > size ? runs.get(size - 1) : null;
    return new Paged<>(
        groups.stream()
            .filter(group -> last == null || group.run() >= last)
            .map(WaitingView::of)
            .toList(),
        last);
  }

  /** One kind in one run as a line of its own. */
  @GetMapping(produces = MediaType.APPLICATION_NDJSON_VALUE)
  ResponseEntity<String> lines(
      Narrowed narrowed,
      @RequestParam(name = "before", required = false) @Nullable Long before,
      @RequestParam(name = "limit", defaultValue = "100") int limit,
      Account me)
      throws JsonProcessingException {
    return Ndjson.page(json, list(narrowed, before, limit, me).items());
  }

  @GetMapping(produces = "text/csv;charset=UTF-8")
  ResponseEntity<String> csv(
      Narrowed narrowed,
      @RequestParam(name = "before", required = false) @Nullable Long before,
      @RequestParam(name = "limit", defaultValue = "100") int limit,
      Account me) {
    return Csv.page(
        WaitingView.HEADER, list(narrowed, before, limit, me).items(), WaitingView::fields);
  }

  /** How much waits, and of whom: what a load of all of it would read. */
  @GetMapping(path = "/count", produces = MediaType.APPLICATION_JSON_VALUE)
  CountView count(Narrowed narrowed, Account me) {
    List<Share> shares = city.quarantine().shares(narrowed.facets(me));
    return new CountView(
        shares.stream().mapToLong(Share::rows).sum(),
        shares.stream().mapToLong(Share::runs).sum(),
        shares.stream()
            .map(share -> new ShareView(share.agency(), share.runs(), share.rows()))
            .toList());
  }

  /**
   * Reads all waiting rows again of the runs that match.
   *
   * @param runs only of these; without: of all
   */
  @PostMapping("/load")
  ResponseEntity<Object> load(
      Narrowed narrowed,
      @RequestParam(name = "run", required = false) @Nullable Set<Long> runs,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      Account me) {
    if (!me.works()) {
      throw Problem.denied();
    }
    Set<Long> chosen = runs == null ? Set.of() : runs;
    Facets facets = narrowed.open().facets(me, chosen, Long.MAX_VALUE);
    List<Long> found = city.quarantine().runs(facets);
    WaitingLoad task = new WaitingLoad(city, me.name(), found);
    String what = "quarantine.load " + narrowed + " " + new TreeSet<>(chosen);
    return asked.begin(
        new Asked.Request(key, what),
        new Wanted(task.title(), me.name(), "quarantine"),
        "quarantine.load",
        narrowed.told(city.quarantine().shares(facets)) + " (api)",
        task);
  }
}
