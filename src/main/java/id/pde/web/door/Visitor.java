package id.pde.web.door;

import id.pde.run.account.Account;
import id.pde.run.account.Role;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.security.core.CredentialsContainer;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/** Somebody who logged in. */
public final class Visitor implements UserDetails, CredentialsContainer, SideDoor.Inside {

  private static final long serialVersionUID = 1L;

  private final transient Account account;
  private transient String hash;

  Visitor(Account account, String hash) {
    this.account = account;
    this.hash = hash;
  }

  @Override
  public Account account() {
    return account;
  }

  @Override
  public Collection<? extends GrantedAuthority> getAuthorities() {
    return authorities(account);
  }

  /** What an account may do, in the words of Spring. */
  public static List<GrantedAuthority> authorities(Account account) {
    return account.roles().stream()
        .map(Role::name)
        .map(role -> new SimpleGrantedAuthority("ROLE_" + role.toUpperCase(Locale.ROOT)))
        .collect(Collectors.toUnmodifiableList());
  }

  @Override
  public String getPassword() {
    return hash;
  }

  @Override
  public void eraseCredentials() {
    hash = "";
  }

  @Override
  public String getUsername() {
    return account.name();
  }

  @Override
  public boolean isAccountNonLocked() {
    return account.lockedUntil() == null;
  }

  @Override
  public boolean isEnabled() {
    return !account.disabled();
  }
}
