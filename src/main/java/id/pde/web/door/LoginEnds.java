package id.pde.web.door;

import id.pde.run.TargetUnavailable;
import id.pde.run.account.Accounts;
import id.pde.run.account.Acts;
import id.pde.web.City;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * What happens at the end of a login or a session. Who fails learns the same whatever was wrong,
 * but for a lock: that one they have to know of.
 */
@Component
final class LoginEnds
    implements AuthenticationSuccessHandler, AuthenticationFailureHandler, LogoutSuccessHandler {

  private final Accounts accounts;
  private final Acts acts;
  private final Guesses guesses;
  private final ObjectProvider<SideDoor> side;
  private final SavedRequestAwareAuthenticationSuccessHandler onward;

  LoginEnds(City city, InstantSource clock, ObjectProvider<SideDoor> side) {
    this.side = side;
    this.accounts = city.accounts();
    this.acts = city.acts();
    this.guesses = new Guesses(clock);
    this.onward = new SavedRequestAwareAuthenticationSuccessHandler();
    onward.setRequestCache(new SafeReturn());
  }

  @Override
  public void onAuthenticationSuccess(
      HttpServletRequest request, HttpServletResponse response, Authentication who)
      throws IOException, ServletException {
    accounts.succeeded(who.getName());
    acts.note(who.getName(), "login", "", SideDoor.way(who));
    onward.onAuthenticationSuccess(request, response, who);
  }

  @Override
  public void onAuthenticationFailure(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
      throws IOException {
    if (why instanceof AuthenticationServiceException) {
      boolean away = why.getCause() instanceof TargetUnavailable;
      response.sendRedirect(away ? "/login?away" : "/login?wrong");
      return;
    }
    guesses.wrong(request.getRemoteAddr());
    String name = request.getParameter("name");
    if (why instanceof LockedException) {
      response.sendRedirect("/login?locked");
      return;
    }
    if (why instanceof BadCredentialsException && name != null) {
      accounts.failed(name);
      acts.note(shortened(name), "login.failed", "", "");
    }
    response.sendRedirect("/login?wrong");
  }

  @Override
  public void onLogoutSuccess(
      HttpServletRequest request, HttpServletResponse response, @Nullable Authentication who)
      throws IOException {
    if (who != null) {
      acts.note(who.getName(), "logout", "", "");
    }
    response.sendRedirect(farewell(request, who).map(URI::toString).orElse("/login?out"));
  }

  /** The session at the provider ends, too: the next one at this machine is not let in by it. */
  private Optional<URI> farewell(HttpServletRequest request, @Nullable Authentication who) {
    SideDoor door = side.getIfAvailable();
    if (door == null || who == null) {
      return Optional.empty();
    }
    URI back = ServletUriComponentsBuilder.fromContextPath(request).path("/login").build().toUri();
    return door.farewell(who, back);
  }

  /** An address that guesses is not even asked. */
  Filter limit() {
    return new OncePerRequestFilter() {
      @Override
      protected void doFilterInternal(
          HttpServletRequest request, HttpServletResponse response, FilterChain chain)
          throws ServletException, IOException {
        boolean login =
            request.getMethod().equals("POST")
                && (request.getServletPath().equals("/login")
                    || request.getServletPath().equals("/setup"));
        if (login && guesses.tooMany(request.getRemoteAddr())) {
          response.sendRedirect("/login?many");
          return;
        }
        chain.doFilter(request, response);
      }
    };
  }

  /** A wrong setup code counts as a guess, too. */
  void wrong(HttpServletRequest request) {
    guesses.wrong(request.getRemoteAddr());
  }

  private static String shortened(String name) {
    return name.length() <= 63 ? name : name.substring(0, 63);
  }
}
