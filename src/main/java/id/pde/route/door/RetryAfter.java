package id.pde.route.door;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.Optional;

/** How long a server asks to be left alone. */
final class RetryAfter {

  private RetryAfter() {}

  /** Only in seconds; a date would need clocks that agree. */
  static Optional<Duration> of(HttpHeaders headers) {
    return headers
        .firstValue("Retry-After")
        .map(String::strip)
        .filter(text -> text.matches("\\d{1,9}"))
        .map(text -> Duration.ofSeconds(Long.parseLong(text)));
  }
}
