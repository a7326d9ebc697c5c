package id.pde.web.oidc;

import id.pde.run.TargetUnavailable;
import id.pde.web.door.Register;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.client.RestClientException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Before anybody is sent to the provider: whether it is there, and whether the console has its
 * first account, whose password is needed when the provider is away.
 */
final class ProviderGate extends OncePerRequestFilter {

  private static final Logger LOG = LoggerFactory.getLogger(ProviderGate.class);

  private final Discovery discovery;
  private final Register register;

  ProviderGate(Discovery discovery, Register register) {
    this.discovery = discovery;
    this.register = register;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String path = request.getServletPath();
    return !path.startsWith(ProviderDoor.START) && !path.startsWith(ProviderDoor.BACK);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String elsewhere = elsewhere();
    if (elsewhere.isEmpty()) {
      chain.doFilter(request, response);
      return;
    }
    response.sendRedirect(elsewhere);
  }

  private String elsewhere() {
    try {
      if (register.isEmpty()) {
        return "/setup";
      }
      discovery.findByRegistrationId(Discovery.ID);
      return "";
    } catch (TargetUnavailable away) {
      return "/login?away";
    } catch (RestClientException | IllegalStateException | IllegalArgumentException unusable) {
      LOG.warn(
          "the provider of accounts cannot be used: {}",
          unusable instanceof IllegalStateException
              ? unusable.getMessage()
              : unusable.getClass().getSimpleName());
      return "/login?unreached";
    }
  }
}
