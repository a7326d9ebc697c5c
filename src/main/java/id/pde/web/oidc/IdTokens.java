package id.pde.web.oidc;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;

/** One reader of tokens for each place with keys: it keeps them. Safe for use by many threads. */
final class IdTokens implements JwtDecoderFactory<ClientRegistration> {

  private final Map<String, JwtDecoder> readers = new ConcurrentHashMap<>();

  @Override
  public JwtDecoder createDecoder(ClientRegistration registration) {
    return readers.computeIfAbsent(
        registration.getProviderDetails().getJwkSetUri(), keys -> Asking.idTokens(registration));
  }
}
