package id.pde.run.account;

import id.pde.model.Language;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The accounts of the console. Every method throws {@link id.pde.run.TargetUnavailable} when the
 * database is away. Passwords come as hashes.
 */
public interface Accounts {

  /** Whether there is no account yet. */
  boolean isEmpty();

  /** The account of a name; null: there is none. */
  @Nullable Account find(String name);

  /** The account that a {@link ProvidedKey} belongs to; null: there is none. */
  @Nullable Account provided(String key);

  /** By name. */
  List<Account> list();

  /** The hash of the password of an account that may log in with one; null: there is none. */
  @Nullable String hash(String name);

  /**
   * Makes the first account.
   *
   * @return false where another one was made meanwhile
   */
  boolean addFirst(Fresh fresh);

  /**
   * Makes an account.
   *
   * @return false where the name is taken
   */
  boolean add(Fresh fresh);

  /**
   * Sets rights; sessions that are open end.
   *
   * @param version of the account as it was read
   * @return false where it has another version by now, or nobody with a password could keep
   *     accounts afterwards
   */
  boolean change(String name, Rights rights, long version);

  /**
   * Says that an account belongs to the human of another one.
   *
   * @param person an account that stands for itself; null: this one does again
   * @return false where one of them is not there, or stands for somebody else
   */
  boolean link(String name, @Nullable String person);

  /** Whether two names are of one human; names without an account stand for themselves. */
  boolean samePerson(String one, String other);

  /**
   * Sets what the provider says that an account may do; whether it is disabled stays. Where that is
   * something new, sessions that are open end.
   *
   * @return whether it was something new
   */
  boolean granted(String name, Set<Role> roles, List<String> agencies);

  /** Ends the sessions that are open. False where there is no such account. */
  boolean end(String name);

  /**
   * Sets the password and lets the account in again; sessions that are open end.
   *
   * @return false where there is no such account, or the provider lets it in
   */
  boolean password(String name, String hash);

  /** Sets the language of pages. */
  void language(String name, Language language);

  /** Counts a wrong password; locks the account when there were too many, if it has one. */
  void failed(String name);

  /** Notes a login. */
  void succeeded(String name);

  /** Keeps a token. */
  void addToken(Token token, String hash);

  /** The account of a token that holds at this moment, and notes its use; null: there is none. */
  @Nullable Account byToken(String hash);

  List<Token> tokens(String account);

  /** Those of all accounts that hold at this moment. */
  List<Token> tokens();

  /** Ends tokens of an account by their label. */
  int revoke(String account, String label);

  /**
   * Keeps the key of a request that must not be done twice.
   *
   * @param request what is asked for, so that a key is not used for something else
   * @return what the first request with this key came to; null: this is the first
   */
  @Nullable Repeated begin(String account, String key, String request);

  /** Keeps where what came of a request is looked at. */
  void done(String account, String key, String answer);

  /** Lets a key be used again, whose request was refused before anything was done. */
  void refused(String account, String key);

  /**
   * A request that was made before.
   *
   * @param answer where what came of it is looked at; empty: it was just begun, or broke off
   */
  record Repeated(String request, String answer) {}

  /**
   * An account that is to be.
   *
   * @param hash of its password, or its {@link ProvidedKey}
   */
  record Fresh(String name, String shown, Rights rights, String hash, Language language) {}

  /** What an account may do. */
  record Rights(Set<Role> roles, List<String> agencies, boolean disabled) {
    public Rights {
      roles = Set.copyOf(roles);
      agencies = List.copyOf(agencies);
    }
  }

  /**
   * A key of a program, without the key.
   *
   * @param used null: never
   */
  record Token(
      String account, String label, Instant expires, @Nullable Instant used, boolean revoked) {}
}
