package id.pde.web.oidc;

import id.pde.run.account.Role;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The provider of accounts of a city, as it is configured.
 *
 * @param issuer its address, without the well-known part
 * @param client what PDE is called there
 * @param secret that PDE shows; read anew each time, and never in a text
 * @param groupsClaim the claim with the groups of a person; a dot leads into nested claims
 * @param nameClaim the claim with the login name
 * @param scopes that are asked for beside {@code openid} and {@code profile}
 * @param grants what the members of a group may do, by the name of the group
 * @param title what people call the provider
 * @param contact whom those may ask who are not let in
 */
public record Provider(
    String issuer,
    String client,
    Supplier<String> secret,
    String groupsClaim,
    String nameClaim,
    Set<String> scopes,
    Map<String, Grant> grants,
    String title,
    Optional<String> contact) {

  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  public Provider {
    scopes = Set.copyOf(scopes);
    grants = Map.copyOf(grants);
  }

  /** Keys and passwords travel: only TLS will do, but for a provider on this machine. */
  public static boolean isSafe(String address) {
    try {
      URI uri = URI.create(address);
      String host = uri.getHost();
      return host != null
          && ("https".equals(uri.getScheme())
              || ("http".equals(uri.getScheme()) && LOOPBACK.contains(host)));
    } catch (IllegalArgumentException notOne) {
      return false;
    }
  }

  /**
   * What the members of a group may do.
   *
   * @param agencies whose deliveries the role agency sees; empty for the other roles
   */
  public record Grant(Role role, List<String> agencies) {
    public Grant {
      agencies = List.copyOf(agencies);
    }
  }
}
