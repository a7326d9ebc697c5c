package id.pde.route.door;

import com.fasterxml.jackson.core.JacksonException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Asks for citizen reports span by span. The standard allows no span beyond 90 days and no answer
 * beyond 1,000 reports, and pages are an addition that servers may not know: a full answer without
 * further pages is asked for again in halves.
 */
final class ReportWindows {

  private static final String UPTO = "upto";
  private static final String ID = "service_request_id";
  private static final int FULL = 1000;
  private static final Duration SHORTEST = Duration.ofHours(1);
  private static final Set<String> PLACES = Set.of("$", "$.service_requests");

  private final Web web;
  private final ReportAddress address;
  private long questions;
  private long left;

  ReportWindows(Web web, ReportAddress address) {
    this.web = web;
    this.address = address;
    this.left = address.requests().limits().bytes();
  }

  private record Span(Instant start, Instant end) {
    Duration length() {
      return Duration.between(start, end);
    }
  }

  /** Gathers the reports up to now; empty: there was none. */
  Optional<Map<String, String>> fetch(Map<String, String> known, Instant now, Path draft)
      throws IOException {
    Path answer = draft.resolveSibling(".answer");
    Deque<Span> spans = spans(start(known), now.truncatedTo(ChronoUnit.SECONDS));
    long records;
    try (JsonRecords all = new JsonRecords(draft, address.requests().pages().as(), ID)) {
      while (!spans.isEmpty()) {
        Span span = spans.pop();
        if (isCut(span, all, answer)) {
          if (span.length().compareTo(SHORTEST) <= 0) {
            throw WebFaults.capped(address.door());
          }
          Instant middle =
              span.start().plus(span.length().dividedBy(2)).truncatedTo(ChronoUnit.SECONDS);
          spans.push(new Span(middle, span.end()));
          spans.push(new Span(span.start(), middle));
        }
      }
      records = all.records();
    }
    return records == 0 ? Optional.empty() : Optional.of(Map.of(UPTO, now.toString()));
  }

  private Instant start(Map<String, String> known) {
    Instant since = address.since().atStartOfDay(ZoneOffset.UTC).toInstant();
    String upto = known.get(UPTO);
    if (upto == null) {
      return since;
    }
    Instant again = Instant.parse(upto).minus(Duration.ofDays(address.lookBack()));
    return again.isBefore(since) ? since : again.truncatedTo(ChronoUnit.SECONDS);
  }

  private Deque<Span> spans(Instant start, Instant now) {
    Deque<Span> spans = new ArrayDeque<>();
    for (Instant from = start; from.isBefore(now); ) {
      Instant end = from.plus(address.longest());
      Instant to = end.isAfter(now) ? now : end;
      spans.addLast(new Span(from, to));
      from = to;
    }
    return spans;
  }

  /** Takes all pages of a span; true: its first one is full, and there is no other. */
  private boolean isCut(Span span, JsonRecords all, Path answer) throws IOException {
    long first = 0;
    for (int page = 1; ; page++) {
      if (++questions > address.requests().limits().pages()) {
        throw WebFaults.endless(address.door(), questions - 1);
      }
      JsonRecords.Page got = ask(span, page, all, answer);
      first = page == 1 ? got.found() : first;
      if (got.found() == 0 || (page > 1 && got.fresh() == 0)) {
        return page == 2 && got.found() > 0 && first >= FULL;
      }
    }
  }

  private JsonRecords.Page ask(Span span, int page, JsonRecords all, Path answer)
      throws IOException {
    FetchAddress requests = address.requests();
    URI url = Queries.with(requests.url(), "start_date", span.start().toString());
    url = Queries.with(url, "end_date", span.end().toString());
    url = Queries.with(url, "page", Integer.toString(page));
    if (!address.pageSize().isEmpty()) {
      url = Queries.with(url, "page_size", address.pageSize());
    }
    Web.Answer head =
        web.ask(new Web.Ask(requests, url, Map.of(), answer, left))
            .orElseThrow(() -> WebFaults.status(address.door(), 304));
    left -= head.bytes();
    try {
      JsonRecords.Page got = all.take(answer, PLACES, Set.of());
      if (!got.list()) {
        throw WebFaults.noRecords(address.door(), "$");
      }
      return got;
    } catch (JacksonException broken) {
      throw WebFaults.notJson(address.door(), broken);
    }
  }
}
