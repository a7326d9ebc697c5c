package id.pde.route.door;

import com.fasterxml.jackson.core.JacksonException;
import id.pde.route.door.FetchAddress.Pages;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Asks page after page. A page may hold fewer records than were asked for, so only one without any
 * ends the pages, or one that names no next.
 */
final class PagedAnswers {

  private static final Pattern NEXT_LINK =
      Pattern.compile("<([^>]*)>[^,]*;\\s*rel=\"?next\"?(?=[;,\\s]|$)");

  private final Web web;
  private final FetchAddress address;
  private final Pages pages;
  private final String door;

  PagedAnswers(Web web, FetchAddress address) {
    this.web = web;
    this.address = address;
    this.pages = address.pages();
    this.door = address.door();
  }

  /** Gathers all pages in one document. */
  void fetch(Path draft) throws IOException {
    Path answer = draft.resolveSibling(".answer");
    try (JsonRecords records = new JsonRecords(draft, pages.as(), "")) {
      Set<String> asked = new HashSet<>();
      URI url = first();
      byte[] before = {};
      long left = address.limits().bytes();
      long number = pages.first();
      for (long page = 0; ; page++) {
        if (page >= address.limits().pages()) {
          throw WebFaults.endless(door, page);
        }
        if (!asked.add(url.toString())) {
          throw WebFaults.samePage(door);
        }
        Web.Answer head = ask(url, answer, left);
        left -= head.bytes();
        byte[] digest = digest(answer);
        JsonRecords.Page got = take(address, records, answer);
        if (got.found() > 0 && java.util.Arrays.equals(digest, before)) {
          throw WebFaults.samePage(door);
        }
        before = digest;
        number = pages.kind() == Pages.Kind.OFFSET ? number + got.found() : number + 1;
        Optional<URI> next = next(url, number, got, head);
        if (next.isEmpty()) {
          complete(records.records(), got.values());
          return;
        }
        url = next.get();
      }
    }
  }

  private Web.Answer ask(URI url, Path answer, long left) {
    return web.ask(new Web.Ask(address, url, Map.of(), answer, left))
        .orElseThrow(() -> WebFaults.status(door, 304));
  }

  private URI first() {
    URI url = address.url();
    if (pages.size() > 0 && !pages.sizeParameter().isEmpty()) {
      url = Queries.with(url, pages.sizeParameter(), Long.toString(pages.size()));
    }
    boolean counts = pages.kind() == Pages.Kind.PAGE || pages.kind() == Pages.Kind.OFFSET;
    return counts ? Queries.with(url, pages.parameter(), Long.toString(pages.first())) : url;
  }

  private Optional<URI> next(URI url, long number, JsonRecords.Page got, Web.Answer head) {
    String told = got.values().getOrDefault(pages.next(), "");
    return switch (pages.kind()) {
      case NONE -> Optional.empty();
      case PAGE, OFFSET ->
          got.found() == 0
              ? Optional.empty()
              : Optional.of(Queries.with(url, pages.parameter(), Long.toString(number)));
      case CURSOR ->
          told.isEmpty()
              ? Optional.empty()
              : Optional.of(Queries.with(url, pages.parameter(), told));
      case NEXT -> told.isEmpty() ? Optional.empty() : Optional.of(beside(url, told));
      case LINK -> link(head).map(written -> beside(url, written));
    };
  }

  private static Optional<String> link(Web.Answer head) {
    return head.headers().allValues("Link").stream()
        .map(NEXT_LINK::matcher)
        .filter(Matcher::find)
        .map(found -> found.group(1))
        .findFirst();
  }

  /** What an answer says may lead within its server only: it comes from outside. */
  private URI beside(URI url, String written) {
    try {
      URI next = url.resolve(written);
      if (Redirect.isSameServer(address.url(), next) && next.getFragment() == null) {
        return next;
      }
    } catch (IllegalArgumentException notOne) {
      throw WebFaults.elsewhere(door);
    }
    throw WebFaults.elsewhere(door);
  }

  private void complete(long found, Map<String, String> values) {
    String total = values.getOrDefault(pages.total(), "");
    if (total.matches("\\d{1,18}") && Long.parseLong(total) != found) {
      throw WebFaults.incomplete(door, found, total);
    }
  }

  /** Takes the records of one answer. */
  static JsonRecords.Page take(FetchAddress address, JsonRecords records, Path answer)
      throws IOException {
    Pages pages = address.pages();
    Set<String> wanted =
        Stream.of(pages.next(), pages.total())
            .filter(path -> !path.isEmpty())
            .collect(Collectors.toSet());
    JsonRecords.Page got;
    try {
      got = records.take(answer, Set.of(pages.records()), wanted);
    } catch (JacksonException broken) {
      throw WebFaults.notJson(address.door(), broken);
    }
    if (!got.list()) {
      throw WebFaults.noRecords(address.door(), pages.records());
    }
    return got;
  }

  private static byte[] digest(Path file) throws IOException {
    java.security.MessageDigest digest = Digests.sha256();
    try (var in = Files.newInputStream(file)) {
      byte[] block = new byte[1 << 16];
      for (int read = in.read(block); read >= 0; read = in.read(block)) {
        digest.update(block, 0, read);
      }
    }
    return digest.digest();
  }
}
