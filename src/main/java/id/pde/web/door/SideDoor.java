package id.pde.web.door;

import id.pde.model.Text;
import id.pde.run.account.Account;
import java.net.URI;
import java.util.Optional;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;

/** Another way into the console, beside names and passwords; most cities have none. */
public interface SideDoor {

  /** Where the button of the login leads. */
  String path();

  /** What the button calls the provider. */
  String title();

  /** Whom those may ask who are not let in; empty: the administrators of PDE. */
  Optional<String> contact();

  /**
   * Opens it.
   *
   * @param inside what is done with those who come in
   */
  void open(HttpSecurity http, AuthenticationSuccessHandler inside) throws Exception;

  /**
   * Where forms of the console may lead beside the console itself: the provider; empty: nowhere.
   */
  Optional<String> beyond();

  /**
   * Where somebody ends the session at the provider, too; empty: they came in another way, or the
   * provider has no such place.
   *
   * @param back the address of this server's login
   */
  Optional<URI> farewell(Authentication who, URI back);

  /** One who came in, by whatever door. */
  interface Inside {
    /** The account as it was then. */
    Account account();
  }

  /** What is noted as the way in; empty: a password. */
  static String way(Authentication who) {
    return who.getPrincipal() instanceof Visitor ? "" : "oidc";
  }

  /** Whom those ask who are not let in. */
  static Text asks(SideDoor door) {
    return door.contact()
        .map(Text::same)
        .orElse(
            new Text(
                "pengelola PDE di kota Anda (Diskominfo)",
                "the administrators of PDE in your city (Diskominfo)"));
  }
}
