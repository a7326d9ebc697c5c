package id.pde.route.door;

import id.pde.route.door.FetchAddress.Format;
import id.pde.route.door.FetchAddress.Pages;
import id.pde.run.SourceUnreadable;
import id.pde.run.door.DoorMarks;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Fetches what the web has anew: one answer, or all its pages as one. Safe for many threads. */
public final class Fetcher {

  private static final String TAG = "etag";
  private static final String MODIFIED = "modified";

  private final Web web;
  private final DoorMarks marks;
  private final InstantSource clock;

  public Fetcher(DoorSecrets secrets, DoorMarks marks, InstantSource clock, Waiting waiting) {
    this.web = new Web(secrets, waiting);
    this.marks = marks;
    this.clock = clock;
  }

  /**
   * Fetches an address.
   *
   * @param step of a route; what one step has loaded is still new to another
   * @return empty: nothing is new there
   * @throws SourceUnreadable when it cannot be had as a whole; there is no draft then
   */
  public Optional<Fetched> fetch(FetchAddress address, String step, Drafts drafts) {
    Pages pages = address.pages();
    String part = address.format() + " " + pages.records() + " " + pages.as();
    String marked = address.door() + " > " + step + " " + part;
    return drafting(
        address,
        marked,
        drafts,
        draft ->
            pages.kind() == Pages.Kind.NONE ? one(address, marked, draft) : all(address, draft));
  }

  /** Fetches citizen reports; the same promises. */
  public Optional<Fetched> fetch(ReportAddress address, String step, Drafts drafts) {
    String marked = address.door() + " > " + step;
    return drafting(
        address.requests(),
        marked,
        drafts,
        draft ->
            new ReportWindows(web, address).fetch(marks.state(marked), clock.instant(), draft));
  }

  /** What has been loaded is not fetched again. */
  public void keep(Fetched fetched) {
    marks.keep(fetched.marked(), fetched.state());
  }

  private interface Work {
    Optional<Map<String, String>> into(Path draft) throws IOException;
  }

  private static Optional<Fetched> drafting(
      FetchAddress address, String marked, Drafts drafts, Work work) {
    try {
      Path draft = drafts.draft(address.name());
      Optional<Fetched> fetched = Optional.empty();
      try {
        fetched = work.into(draft).map(state -> new Fetched(marked, address.name(), draft, state));
        return fetched;
      } finally {
        if (fetched.isEmpty()) {
          drafts.drop(draft);
        }
      }
    } catch (IOException full) {
      throw WebFaults.silent(address.door(), full);
    }
  }

  private Optional<Map<String, String>> one(FetchAddress address, String marked, Path draft)
      throws IOException {
    Map<String, String> headers = new HashMap<>();
    Map<String, String> known = marks.state(marked);
    if (known.containsKey(TAG)) {
      headers.put("If-None-Match", known.get(TAG));
    }
    if (known.containsKey(MODIFIED)) {
      headers.put("If-Modified-Since", known.get(MODIFIED));
    }
    Pages pages = address.pages();
    boolean moves = address.format() == Format.JSON && !pages.as().equals(pages.records());
    Path target = moves ? draft.resolveSibling(".answer") : draft;
    Optional<Web.Answer> answer =
        web.ask(new Web.Ask(address, address.url(), headers, target, address.limits().bytes()));
    if (answer.isEmpty()) {
      return Optional.empty();
    }
    if (moves) {
      try (JsonRecords records = new JsonRecords(draft, pages.as(), "")) {
        PagedAnswers.take(address, records, target);
      }
    }
    Map<String, String> state = new HashMap<>();
    keep(state, TAG, answer.get().header("ETag"));
    keep(state, MODIFIED, answer.get().header("Last-Modified"));
    return Optional.of(state);
  }

  private Optional<Map<String, String>> all(FetchAddress address, Path draft) throws IOException {
    new PagedAnswers(web, address).fetch(draft);
    return Optional.of(Map.of());
  }

  private static void keep(Map<String, String> state, String name, String value) {
    if (!value.isEmpty()) {
      state.put(name, value);
    }
  }
}
