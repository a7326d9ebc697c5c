package id.pde.run.account;

import id.pde.model.Language;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may use the console.
 *
 * @param name that they log in with
 * @param shown their name as people read it
 * @param agencies whose deliveries the role agency sees
 * @param lockedUntil after too many wrong passwords; null: it is not locked
 * @param version grows with every change of rights or password
 * @param seen when they last logged in; null: never
 * @param person another account of the same human; null: it stands for itself
 * @param provided whether the provider lets them in, who says their roles, too; never a password
 */
public record Account(
    String name,
    String shown,
    Set<Role> roles,
    List<String> agencies,
    Language language,
    @Nullable Instant lockedUntil,
    boolean disabled,
    long version,
    @Nullable Instant seen,
    @Nullable String person,
    boolean provided) {

  public Account {
    roles = Set.copyOf(roles);
    agencies = List.copyOf(agencies);
  }

  public boolean is(Role role) {
    return roles.contains(role);
  }

  /** Whether the account sees the city's deliveries, not only those of its own agencies. */
  public boolean seesAll() {
    return is(Role.ADMIN) || is(Role.OFFICER) || is(Role.APPROVER) || is(Role.ANALYST);
  }

  /** Whether what belongs to an agency may be shown to it. */
  public boolean sees(String agency) {
    return seesAll() || (is(Role.AGENCY) && agencies.contains(agency));
  }

  /** Whether it may load, settle and undo for the whole city. */
  public boolean works() {
    return is(Role.ADMIN) || is(Role.OFFICER);
  }
}
