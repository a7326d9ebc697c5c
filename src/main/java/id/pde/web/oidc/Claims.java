package id.pde.web.oidc;

import id.pde.run.account.AccountRules;
import id.pde.run.account.Accounts.Rights;
import id.pde.run.account.Role;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a provider says of a person, read as the configuration says. Pure. */
final class Claims {

  private static final int LONGEST_SHOWN = 100;

  private final Provider provider;
  private final Map<String, Object> claims;

  Claims(Provider provider, Map<String, Object> claims) {
    this.provider = provider;
    this.claims = claims;
  }

  /** The login name; empty: there is none that can be one. */
  Optional<String> name() {
    return claims.get(provider.nameClaim()) instanceof String given
        ? Optional.of(given.strip().toLowerCase(Locale.ROOT))
            .filter(name -> AccountRules.name(name).isEmpty())
        : Optional.empty();
  }

  /** The name as people read it. */
  String shown(String name) {
    if (!(claims.get("name") instanceof String given)) {
      return name;
    }
    String tidy = given.replaceAll("\\p{Cntrl}+", " ").strip();
    String cut = tidy.length() > LONGEST_SHOWN ? tidy.substring(0, LONGEST_SHOWN) : tidy;
    return cut.isEmpty() ? name : cut;
  }

  /** What the groups may do together; only groups that are named exactly count. */
  Rights rights() {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    Set<String> agencies = new TreeSet<>();
    for (String group : groups()) {
      Provider.Grant grant = provider.grants().get(group);
      if (grant != null) {
        roles.add(grant.role());
        agencies.addAll(grant.agencies());
      }
    }
    return new Rights(roles, List.copyOf(agencies), false);
  }

  private List<String> groups() {
    Object found = nested(provider.groupsClaim(), claims);
    if (found instanceof Collection<?> many) {
      return many.stream().filter(String.class::isInstance).map(String.class::cast).toList();
    }
    return found instanceof String one ? List.of(one) : List.of();
  }

  /** A claim by its whole name, else step by step: some have dots in their names. */
  private static @Nullable Object nested(String path, Map<?, ?> in) {
    Object whole = in.get(path);
    int dot = path.indexOf('.');
    if (whole != null || dot < 0) {
      return whole;
    }
    return in.get(path.substring(0, dot)) instanceof Map<?, ?> inner
        ? nested(path.substring(dot + 1), inner)
        : null;
  }
}
