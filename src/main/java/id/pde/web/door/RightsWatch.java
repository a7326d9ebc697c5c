package id.pde.web.door;

import id.pde.run.account.Account;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** A session ends when the account behind it has other rights, another password, or is gone. */
final class RightsWatch extends OncePerRequestFilter {

  private final Register register;

  RightsWatch(Register register) {
    this.register = register;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Authentication who = SecurityContextHolder.getContext().getAuthentication();
    if (who != null && who.getPrincipal() instanceof SideDoor.Inside inside && !stands(inside)) {
      SecurityContextHolder.clearContext();
      HttpSession session = request.getSession(false);
      if (session != null) {
        session.invalidate();
      }
      response.sendRedirect("/login?ended");
      return;
    }
    chain.doFilter(request, response);
  }

  private boolean stands(SideDoor.Inside inside) {
    Account now = register.now(inside.account().name());
    return now != null && !now.disabled() && now.version() == inside.account().version();
  }
}
