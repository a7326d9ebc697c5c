package id.pde.web.oidc;

import id.pde.web.City;
import id.pde.web.Shelf;
import id.pde.web.door.Register;
import id.pde.web.door.SideDoor;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The way in by the provider: authorization code with PKCE, state and nonce (OpenID Connect Core
 * 1.0, section 3.1). Needs one {@link Provider}.
 */
@Configuration(proxyBeanMethods = false)
public class ProviderDoor implements SideDoor {

  static final String START = "/oauth2/authorization";
  static final String BACK = "/login/oauth2/";

  private final Provider provider;
  private final Discovery discovery;
  private final Admission admission;
  private final ProviderGate gate;
  private final ProviderEnds ends;

  ProviderDoor(Provider provider, City city, Shelf shelf, Register register, InstantSource clock) {
    this.provider = provider;
    this.discovery = new Discovery(provider, Asking.plain(), clock);
    this.admission = new Admission(provider, Asking.people(), city, shelf, register);
    this.gate = new ProviderGate(discovery, register);
    this.ends = new ProviderEnds(city.acts());
  }

  @Bean
  static JwtDecoderFactory<ClientRegistration> idTokens() {
    return new IdTokens();
  }

  @Override
  public String path() {
    return START + "/" + Discovery.ID;
  }

  @Override
  public String title() {
    return provider.title();
  }

  @Override
  public Optional<String> contact() {
    return provider.contact();
  }

  @Override
  public void open(HttpSecurity http, AuthenticationSuccessHandler inside) throws Exception {
    DefaultOAuth2AuthorizationRequestResolver requests =
        new DefaultOAuth2AuthorizationRequestResolver(discovery, START);
    requests.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
    http.oauth2Login(
        login ->
            login
                .loginPage("/login")
                .clientRegistrationRepository(discovery)
                .authorizedClientRepository(new NoClients())
                .authorizationEndpoint(start -> start.authorizationRequestResolver(requests))
                .tokenEndpoint(token -> token.accessTokenResponseClient(Asking.tokens()))
                .userInfoEndpoint(person -> person.oidcUserService(admission))
                .successHandler(inside)
                .failureHandler(ends));
    http.addFilterBefore(gate, OAuth2AuthorizationRequestRedirectFilter.class);
  }

  @Override
  public Optional<String> beyond() {
    return discovery.farewell().map(ProviderDoor::origin);
  }

  private static String origin(URI place) {
    String port = place.getPort() < 0 ? "" : ":" + place.getPort();
    return place.getScheme() + "://" + place.getHost() + port;
  }

  @Override
  public Optional<URI> farewell(Authentication who, URI back) {
    if (!(who.getPrincipal() instanceof ProvidedVisitor visitor)) {
      return Optional.empty();
    }
    return discovery
        .farewell()
        .map(
            place ->
                UriComponentsBuilder.fromUri(place)
                    .queryParam("id_token_hint", visitor.getIdToken().getTokenValue())
                    .queryParam("client_id", provider.client())
                    .queryParam("post_logout_redirect_uri", "{back}")
                    .encode()
                    .buildAndExpand(back)
                    .toUri());
  }
}
