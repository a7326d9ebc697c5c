package id.pde.web.door;

import id.pde.run.TargetUnavailable;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** As long as there is no account every page leads to the set-up. */
final class SetupGate extends OncePerRequestFilter {

  private final Register register;

  SetupGate(Register register) {
    this.register = register;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (request.getServletPath().equals("/login") && isEmpty()) {
      response.sendRedirect("/setup");
      return;
    }
    chain.doFilter(request, response);
  }

  private boolean isEmpty() {
    try {
      return register.isEmpty();
    } catch (TargetUnavailable away) {
      // The login says so.
      return false;
    }
  }
}
