package id.pde.web.page;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** The page of this console that somebody came from. */
final class WayBack {

  private WayBack() {}

  /** Its path and query; null where it is not known, is this page itself, or is another site's. */
  static @Nullable String of(HttpServletRequest request, String here) {
    String from = request.getHeader(HttpHeaders.REFERER);
    if (from == null) {
      return null;
    }
    try {
      URI page = URI.create(from);
      String path = page.getRawPath();
      boolean own =
          request.getServerName().equals(page.getHost())
              && path != null
              && path.startsWith("/")
              && !path.startsWith("//")
              && !path.equals(here);
      return own ? path + (page.getRawQuery() == null ? "" : "?" + page.getRawQuery()) : null;
    } catch (IllegalArgumentException unreadable) {
      return null;
    }
  }
}
