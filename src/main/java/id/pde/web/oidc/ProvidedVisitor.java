package id.pde.web.oidc;

import id.pde.run.account.Account;
import id.pde.web.door.SideDoor;
import id.pde.web.door.Visitor;
import java.util.Collection;
import java.util.Map;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** Somebody whom the provider let in: the account of PDE, and the token that ends the session. */
final class ProvidedVisitor implements OidcUser, SideDoor.Inside {

  private final Account account;
  private final OidcIdToken token;

  ProvidedVisitor(Account account, OidcIdToken token) {
    this.account = account;
    this.token = token;
  }

  @Override
  public Account account() {
    return account;
  }

  @Override
  public Collection<? extends GrantedAuthority> getAuthorities() {
    return Visitor.authorities(account);
  }

  @Override
  public String getName() {
    return account.name();
  }

  @Override
  public OidcIdToken getIdToken() {
    return token;
  }

  @Override
  public OidcUserInfo getUserInfo() {
    return new OidcUserInfo(token.getClaims());
  }

  @Override
  public Map<String, Object> getClaims() {
    return token.getClaims();
  }

  @Override
  public Map<String, Object> getAttributes() {
    return token.getClaims();
  }

  /** Never a claim or the token. */
  @Override
  public String toString() {
    return account.name();
  }
}
