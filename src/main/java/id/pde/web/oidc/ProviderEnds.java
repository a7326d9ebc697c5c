package id.pde.web.oidc;

import id.pde.run.TargetUnavailable;
import id.pde.run.account.Acts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.web.client.RestClientException;

/** What becomes of those who are not let in: words on the login page, and a line in the audit. */
final class ProviderEnds implements AuthenticationFailureHandler {

  private static final Logger LOG = LoggerFactory.getLogger(ProviderEnds.class);

  /** That the provider, or who sits before it, said no (RFC 6749, section 4.1.2.1). */
  private static final String DENIED = "access_denied";

  private final Acts acts;

  ProviderEnds(Acts acts) {
    this.acts = acts;
  }

  @Override
  public void onAuthenticationFailure(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
      throws IOException {
    response.sendRedirect("/login?" + state(why));
  }

  private String state(AuthenticationException why) {
    if (why instanceof InternalAuthenticationServiceException
        && why.getCause() instanceof TargetUnavailable) {
      return "away";
    }
    if (!(why instanceof OAuth2AuthenticationException refused)) {
      return "unsure";
    }
    Optional<Refusal> refusal = Refusal.in(refused);
    if (refusal.isPresent()) {
      String state = refusal.get().state();
      acts.note(refused.getError().getDescription(), "login.failed", "", "oidc " + state);
      return state;
    }
    String code = refused.getError().getErrorCode();
    if (code.equals(DENIED)) {
      return "cancelled";
    }
    // The code is one of a few words; what the provider wrote beside it may hold anything.
    String word = code.matches("[a-z_]{1,60}") ? code : "unknown";
    LOG.warn("a login by the provider of accounts failed: {}", word);
    acts.note("oidc", "login.failed", "", "oidc " + word);
    return isAway(refused) ? "unreached" : "unsure";
  }

  private static boolean isAway(Throwable why) {
    for (Throwable cause = why; cause != null; cause = cause.getCause()) {
      if (cause instanceof RestClientException) {
        return true;
      }
    }
    return false;
  }
}
