package id.pde.route.door;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Optional;

/** Where a server sends PDE on to, and whether PDE goes there. */
final class Redirect {

  private Redirect() {}

  /** The address that an answer names; empty: the answer is one itself. */
  static Optional<URI> of(HttpResponse<?> response, URI asked) {
    return switch (response.statusCode()) {
      case 301, 302, 303, 307, 308 ->
          response
              .headers()
              .firstValue("Location")
              .map(
                  written -> {
                    try {
                      return asked.resolve(written);
                    } catch (IllegalArgumentException notOne) {
                      return URI.create("none:");
                    }
                  });
      default -> Optional.empty();
    };
  }

  /** The same server always; another one only with TLS, and only on the public network. */
  static boolean isAllowed(URI from, URI next) {
    if (isSameServer(from, next)) {
      return true;
    }
    return "https".equals(next.getScheme())
        && next.getHost() != null
        && next.getRawUserInfo() == null
        && isPublic(next.getHost());
  }

  static boolean isSameServer(URI left, URI right) {
    return left.getHost() != null
        && right.getHost() != null
        && right.getRawUserInfo() == null
        && String.valueOf(left.getScheme()).equals(right.getScheme())
        && left.getHost().toLowerCase(Locale.ROOT).equals(right.getHost().toLowerCase(Locale.ROOT))
        && port(left) == port(right);
  }

  private static int port(URI url) {
    int usual = "https".equals(url.getScheme()) ? 443 : 80;
    return url.getPort() < 0 ? usual : url.getPort();
  }

  private static boolean isPublic(String host) {
    try {
      for (InetAddress address : InetAddress.getAllByName(host)) {
        boolean unique =
            address.getAddress().length == 16 && (address.getAddress()[0] & 0xFE) == 0xFC;
        if (unique
            || address.isLoopbackAddress()
            || address.isSiteLocalAddress()
            || address.isLinkLocalAddress()
            || address.isAnyLocalAddress()
            || address.isMulticastAddress()) {
          return false;
        }
      }
      return true;
    } catch (UnknownHostException unknown) {
      return false;
    }
  }
}
