package id.pde.web.oidc;

import id.pde.model.Language;
import id.pde.run.RunStopped;
import id.pde.run.account.Account;
import id.pde.run.account.AccountRules;
import id.pde.run.account.Accounts;
import id.pde.run.account.Accounts.Fresh;
import id.pde.run.account.Accounts.Rights;
import id.pde.run.account.Acts;
import id.pde.run.account.ProvidedKey;
import id.pde.run.account.Role;
import id.pde.web.City;
import id.pde.web.Shelf;
import id.pde.web.door.Register;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/**
 * Makes one whom the provider vouches for an account of PDE. The person is known by what never
 * changes at the provider; a name alone opens nothing.
 */
final class Admission implements OAuth2UserService<OidcUserRequest, OidcUser> {

  private static final String WHO = "oidc";

  private final Provider provider;
  private final OAuth2UserService<OidcUserRequest, OidcUser> asked;
  private final Accounts accounts;
  private final Acts acts;
  private final Shelf shelf;
  private final Register register;

  /**
   * @param asked gathers what the provider says
   */
  Admission(
      Provider provider,
      OAuth2UserService<OidcUserRequest, OidcUser> asked,
      City city,
      Shelf shelf,
      Register register) {
    this.provider = provider;
    this.asked = asked;
    this.accounts = city.accounts();
    this.acts = city.acts();
    this.shelf = shelf;
    this.register = register;
  }

  @Override
  public OidcUser loadUser(OidcUserRequest request) {
    OidcUser said = asked.loadUser(request);
    try {
      return admitted(new Claims(provider, said.getClaims()), said.getIdToken());
    } catch (RunStopped away) {
      throw new InternalAuthenticationServiceException("the database is away", away);
    }
  }

  private OidcUser admitted(Claims claims, OidcIdToken token) {
    String key = ProvidedKey.of(provider.issuer(), token.getSubject());
    Account known = accounts.provided(key);
    Rights rights = claims.rights();
    if (rights.roles().isEmpty()) {
      throw refused(known, claims, Refusal.NO_ROLE);
    }
    boolean fits =
        AccountRules.rights(rights.roles(), rights.agencies(), shelf.folder().agencies().keySet())
            .isEmpty();
    if (!fits) {
      throw refused(known, claims, Refusal.UNFIT);
    }
    Account account = known == null ? made(key, claims, rights) : renewed(known, rights);
    if (account.disabled()) {
      throw Refusal.DISABLED.of(account.name());
    }
    return new ProvidedVisitor(account, token);
  }

  /** Whose last role is gone loses what is still open, and what programs do in their name. */
  private RuntimeException refused(@Nullable Account known, Claims claims, Refusal why) {
    if (known == null) {
      return why.of(claims.name().orElse(WHO));
    }
    if (accounts.granted(known.name(), Set.of(), List.of())) {
      register.forget(known.name());
      acts.note(WHO, "account.change", "account " + known.name(), "");
    }
    return why.of(known.name());
  }

  private Account renewed(Account known, Rights rights) {
    if (!accounts.granted(known.name(), rights.roles(), rights.agencies())) {
      return known;
    }
    register.forget(known.name());
    acts.note(WHO, "account.change", "account " + known.name(), roles(rights));
    return found(known.name());
  }

  private Account made(String key, Claims claims, Rights rights) {
    String name = claims.name().orElseThrow(() -> Refusal.NO_NAME.of(WHO));
    Fresh fresh = new Fresh(name, claims.shown(name), rights, key, Language.ID);
    if (accounts.add(fresh)) {
      register.forget(name);
      acts.note(WHO, "account.add", "account " + name, roles(rights));
      return found(name);
    }
    // Two first logins of one person at the same moment; or it is somebody else's.
    Account same = accounts.provided(key);
    if (same == null) {
      throw Refusal.TAKEN.of(name);
    }
    return same;
  }

  private Account found(String name) {
    Account account = accounts.find(name);
    if (account == null) {
      throw new IllegalStateException("no account " + name);
    }
    return account;
  }

  private static String roles(Rights rights) {
    return rights.roles().stream().map(Role::code).sorted().collect(Collectors.joining(" "));
  }
}
