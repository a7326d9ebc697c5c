package id.pde.web.door;

import id.pde.run.account.Account;
import id.pde.run.account.Accounts;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;

/**
 * The accounts as sessions see them: rights that were taken away are gone within two seconds. Safe
 * for use by many threads.
 */
public final class Register implements UserDetailsService {

  private static final Duration FRESH = Duration.ofSeconds(2);
  private static final int MOST = 1000;

  private final Accounts accounts;
  private final InstantSource clock;
  private final Map<String, Seen> seen = new ConcurrentHashMap<>();
  private volatile boolean settled;

  public Register(Accounts accounts, InstantSource clock) {
    this.accounts = accounts;
    this.clock = clock;
  }

  private record Seen(@Nullable Account account, Instant at) {}

  /** Whether nobody has been let in yet; once somebody has, it stays so. */
  public boolean isEmpty() {
    if (!settled) {
      settled = !accounts.isEmpty();
    }
    return !settled;
  }

  /** The account as it is now, at most two seconds old; null: it is gone. */
  public @Nullable Account now(String name) {
    Instant now = clock.instant();
    Seen known = seen.get(name);
    if (known != null && known.at().plus(FRESH).isAfter(now)) {
      return known.account();
    }
    Account account = accounts.find(name);
    if (seen.size() > MOST) {
      seen.clear();
    }
    seen.put(name, new Seen(account, now));
    return account;
  }

  /** The next look asks the database again. */
  public void forget(String name) {
    seen.remove(name);
  }

  @Override
  public UserDetails loadUserByUsername(String name) {
    Account account = accounts.find(name);
    String hash = account == null ? null : accounts.hash(name);
    if (account == null || hash == null) {
      throw new UsernameNotFoundException("no such account");
    }
    return new Visitor(account, hash);
  }
}
