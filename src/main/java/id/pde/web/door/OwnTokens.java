package id.pde.web.door;

import id.pde.model.Text;
import id.pde.run.account.Account;
import id.pde.run.account.Accounts;
import id.pde.run.account.Accounts.Token;
import id.pde.run.account.Acts;
import id.pde.web.City;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The keys of programs that somebody makes and revokes for the own account. */
@Component
public final class OwnTokens {

  private static final int LONGEST_DAYS = 366;
  private static final int LONGEST_LABEL = 60;

  private final Accounts accounts;
  private final Acts acts;
  private final InstantSource clock;

  OwnTokens(City city, InstantSource clock) {
    this.accounts = city.accounts();
    this.acts = city.acts();
    this.clock = clock;
  }

  /** What came of a wish for a token. */
  public sealed interface Answer {
    /**
     * It is made.
     *
     * @param word shown once
     */
    record Made(String label, Instant expires, String word) implements Answer {
      /** Never the word. */
      @Override
      public String toString() {
        return label;
      }
    }

    /** It is not. */
    record Faulty(Text fault) implements Answer {}
  }

  /** Those there were, the oldest first. */
  public List<Token> all(Account me) {
    return accounts.tokens(me.name());
  }

  /** Those of an account, for its keeper. */
  public List<Token> of(String account) {
    return accounts.tokens(account);
  }

  /** Those of all accounts that hold at this moment, for their keeper. */
  public List<Token> holding() {
    return accounts.tokens();
  }

  /**
   * Makes one.
   *
   * @param days that it holds; at least one, at most a year
   */
  public Answer make(Account me, String label, int days) {
    String name = label.strip();
    boolean taken = holding(me, name).isPresent();
    if (name.isEmpty() || name.length() > LONGEST_LABEL || taken) {
      return new Answer.Faulty(
          new Text(
              "Beri token nama sendiri yang belum dipakai, paling panjang 60 huruf.",
              "Give the token a name of its own, of at most 60 characters."));
    }
    Tokens.Made made = Tokens.make();
    int lasting = Math.max(1, Math.min(LONGEST_DAYS, days));
    Instant expires = clock.instant().plus(Duration.ofDays(lasting));
    accounts.addToken(new Token(me.name(), name, expires, null, false), made.hash());
    acts.note(me.name(), "token.add", "account " + me.name(), name);
    return new Answer.Made(name, expires, made.word());
  }

  /** The token of a label that was not revoked. */
  public Optional<Token> holding(Account me, String label) {
    return all(me).stream()
        .filter(token -> token.label().equals(label) && !token.revoked())
        .findFirst();
  }

  /** Ends those of a label. False where there is none. */
  public boolean revoke(Account me, String label) {
    return revoke(me, me.name(), label);
  }

  /** Ends those of an account, for its keeper. False where there is none. */
  public boolean revoke(Account me, String account, String label) {
    if (accounts.revoke(account, label) == 0) {
      return false;
    }
    acts.note(me.name(), "token.revoke", "account " + account, label);
    return true;
  }
}
