package id.pde.route.door;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Adds parameters to addresses. */
final class Queries {

  private Queries() {}

  /** The address with one more parameter, or with another value of one that it has. */
  static URI with(URI url, String name, String value) {
    String kept = "";
    String query = url.getRawQuery();
    if (query != null) {
      StringBuilder others = new StringBuilder();
      for (String pair : query.split("&", -1)) {
        if (!pair.equals(name) && !pair.startsWith(name + "=")) {
          others.append(others.isEmpty() ? "" : "&").append(pair);
        }
      }
      kept = others.toString();
    }
    String pair = name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    return replaced(url, kept.isEmpty() ? pair : kept + "&" + pair);
  }

  /** The address with one more pair, which is encoded already. */
  static URI with(URI url, String pair) {
    String query = url.getRawQuery();
    return replaced(url, query == null || query.isEmpty() ? pair : query + "&" + pair);
  }

  private static URI replaced(URI url, String query) {
    String path = url.getRawPath() == null ? "" : url.getRawPath();
    return URI.create(url.getScheme() + "://" + url.getRawAuthority() + path + "?" + query);
  }
}
