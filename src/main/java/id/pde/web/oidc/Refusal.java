package id.pde.web.oidc;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;

/** Why one whom the provider knows is not let in; the login page has words for each. */
enum Refusal {
  /** No group has a role. */
  NO_ROLE,
  /** The roles of the groups cannot be joined, or an agency is not there. */
  UNFIT,
  /** No login name, or one that cannot be one. */
  NO_NAME,
  /** The login name is that of another account. */
  TAKEN,
  /** PDE disabled the account. */
  DISABLED;

  private static final String SPACE = "pde.";

  /** As the address of the login page says it. */
  String state() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The refusal of somebody.
   *
   * @param who the login name, for the audit
   */
  OAuth2AuthenticationException of(String who) {
    return new OAuth2AuthenticationException(new OAuth2Error(SPACE + state(), who, null));
  }

  /** The refusal that an exception is; empty: something else went wrong. */
  static Optional<Refusal> in(OAuth2AuthenticationException why) {
    return Arrays.stream(values())
        .filter(one -> (SPACE + one.state()).equals(why.getError().getErrorCode()))
        .findFirst();
  }
}
