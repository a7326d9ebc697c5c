package id.pde.web.oidc;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.web.client.RestClient;

/**
 * Where things are at the provider. Asked for when somebody first wants to come in that way, so
 * that a provider that is away keeps no server from starting, and again after a minute: then the
 * login page says so, not the browser. Safe for use by many threads.
 */
final class Discovery implements ClientRegistrationRepository {

  /** The name of the only registration. */
  static final String ID = "pde";

  private static final Duration FRESH = Duration.ofMinutes(1);
  private static final String WELL_KNOWN = "/.well-known/openid-configuration";
  private static final String FAREWELL = "end_session_endpoint";

  private final Provider provider;
  private final RestClient client;
  private final InstantSource clock;
  private volatile @Nullable Known known;

  Discovery(Provider provider, RestClient client, InstantSource clock) {
    this.provider = provider;
    this.client = client;
    this.clock = clock;
  }

  private record Known(ClientRegistration registration, Instant at) {}

  @Override
  public ClientRegistration findByRegistrationId(String id) {
    Known before = known;
    if (before != null && before.at().plus(FRESH).isAfter(clock.instant())) {
      return before.registration();
    }
    ClientRegistration found = ask();
    known = new Known(found, clock.instant());
    return found;
  }

  /** What is known without asking; empty: nobody came in yet. */
  Optional<ClientRegistration> asked() {
    return Optional.ofNullable(known).map(Known::registration);
  }

  /** Where sessions end; empty: the provider has no such place, or nobody came in yet. */
  Optional<URI> farewell() {
    return asked()
        .map(one -> one.getProviderDetails().getConfigurationMetadata().get(FAREWELL))
        .map(Object::toString)
        .filter(Provider::isSafe)
        .map(URI::create);
  }

  private Set<String> scopes() {
    Set<String> all = new TreeSet<>(provider.scopes());
    all.add("openid");
    all.add("profile");
    return all;
  }

  private ClientRegistration ask() {
    Map<String, Object> said =
        client
            .get()
            .uri(URI.create(provider.issuer().replaceFirst("/+$", "") + WELL_KNOWN))
            .retrieve()
            .body(new ParameterizedTypeReference<>() {});
    if (said == null || !provider.issuer().equals(said.get("issuer"))) {
      throw new IllegalStateException(
          "the provider calls itself something else than PDE_OIDC_ISSUER");
    }
    for (String place : new String[] {"authorization_endpoint", "token_endpoint", "jwks_uri"}) {
      if (!(said.get(place) instanceof String address) || !Provider.isSafe(address)) {
        throw new IllegalStateException("the provider's " + place + " is missing or without TLS");
      }
    }
    return ClientRegistrations.fromOidcConfiguration(said)
        .registrationId(ID)
        .clientId(provider.client())
        .clientSecret(provider.secret().get())
        .redirectUri("{baseUrl}/login/oauth2/code/{registrationId}")
        .scope(scopes())
        .build();
  }
}
