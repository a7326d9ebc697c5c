package id.pde.web.api;

import id.pde.run.TargetUnavailable;
import id.pde.run.account.Account;
import id.pde.web.City;
import id.pde.web.door.Tokens;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** {@code Authorization: Bearer pde_...}: the account of a token that holds. */
final class TokenDoor extends OncePerRequestFilter {

  private static final String BEARER = "bearer ";

  private final City city;

  TokenDoor(City city) {
    this.city = city;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String given = request.getHeader("Authorization");
    if (given != null && given.toLowerCase(Locale.ROOT).startsWith(BEARER)) {
      try {
        Account account =
            city.accounts().byToken(Tokens.hash(given.substring(BEARER.length()).strip()));
        if (account != null) {
          let(account);
        }
      } catch (TargetUnavailable away) {
        response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        return;
      }
    }
    chain.doFilter(request, response);
  }

  private static void let(Account account) {
    SecurityContextHolder.getContext()
        .setAuthentication(
            UsernamePasswordAuthenticationToken.authenticated(
                account.name(),
                "",
                account.roles().stream()
                    .map(role -> new SimpleGrantedAuthority("ROLE_" + role.name()))
                    .toList()));
  }
}
