package id.pde.web.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import id.pde.model.Text;
import id.pde.run.account.Account;
import id.pde.run.account.Accounts.Rights;
import id.pde.run.account.Role;
import id.pde.web.City;
import id.pde.web.api.TokensApi.TokenView;
import id.pde.web.door.Keeper;
import id.pde.web.door.Keeper.Answer;
import id.pde.web.door.OwnTokens;
import id.pde.web.work.Works;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who may use the console; for administrators. Passwords come in bodies, never in addresses. */
@RestController
@RequestMapping(path = "/api/v1/accounts", produces = MediaType.APPLICATION_JSON_VALUE)
final class AccountsApi {

  private final City city;
  private final Keeper keeper;
  private final OwnTokens tokens;
  private final Asked asked;

  AccountsApi(City city, Keeper keeper, OwnTokens tokens, Works works) {
    this.city = city;
    this.tokens = tokens;
    this.keeper = keeper;
    this.asked = new Asked(city, works);
  }

  /**
   * An account.
   *
   * @param provided whether the provider of accounts lets it in
   * @param lockedUntil null: it is not locked
   * @param seen null: never
   * @param person another account of the same human; null: it stands for itself
   */
  record AccountView(
      String name,
      String shown,
      List<String> roles,
      List<String> agencies,
      boolean disabled,
      boolean provided,
      @JsonProperty("locked_until") @Nullable String lockedUntil,
      @Nullable String seen,
      @Nullable String person,
      long version) {
    AccountView {
      roles = List.copyOf(roles);
      agencies = List.copyOf(agencies);
    }

    static AccountView of(Account account) {
      return new AccountView(
          account.name(),
          account.shown(),
          account.roles().stream().map(Role::code).sorted().toList(),
          account.agencies(),
          account.disabled(),
          account.provided(),
          account.lockedUntil() == null ? null : RunView.time(account.lockedUntil()),
          account.seen() == null ? null : RunView.time(account.seen()),
          account.person(),
          account.version());
    }
  }

  /** Whose account it is, too; null: it stands for itself. */
  record NewPerson(@Nullable String person) {}

  /** An account that is to be; what may be left out is null then. */
  record NewAccount(
      @Nullable String name,
      @Nullable String shown,
      @Nullable List<String> roles,
      @Nullable List<String> agencies,
      @Nullable String password) {
    /** Never the password. */
    @Override
    public String toString() {
      return String.valueOf(name);
    }
  }

  /** What an account is to be allowed. */
  record NewRights(
      @Nullable List<String> roles, @Nullable List<String> agencies, boolean disabled) {}

  /** A password that is to be. */
  record NewPassword(@Nullable String password) {
    /** Never the password. */
    @Override
    public String toString() {
      return "[REDACTED]";
    }
  }

  @GetMapping
  List<AccountView> all(Account me) {
    keeps(me);
    return city.accounts().list().stream().map(AccountView::of).toList();
  }

  @GetMapping("/{name}")
  ResponseEntity<AccountView> one(@PathVariable("name") String name, Account me) {
    keeps(me);
    return Tagged.of(found(name));
  }

  /** Makes an account with a password; once for each key. */
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  ResponseEntity<AccountView> add(
      @RequestBody NewAccount wanted,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      Account me) {
    keeps(me);
    String name = Objects.requireNonNullElse(wanted.name(), "");
    Rights rights = rights(wanted.roles(), wanted.agencies(), false);
    boolean again =
        key != null && asked.repeated(new Asked.Request(key, "account " + name), key, me.name());
    if (!again) {
      String shown = Objects.requireNonNullElse(wanted.shown(), "");
      String password = Objects.requireNonNullElse(wanted.password(), "");
      try {
        refuse(keeper.add(me, new Keeper.Wanted(name, shown, rights, password)));
      } catch (Problem refused) {
        throw asked.refused(key, me.name(), refused);
      }
      asked.done(key, me.name(), "/api/v1/accounts/" + name);
    }
    return ResponseEntity.created(URI.create("/api/v1/accounts/" + name)).body(found(name));
  }

  /**
   * Sets roles, agencies and whether it is disabled, all three; open sessions end. With {@code
   * If-Match} only where nobody changed it in the meantime.
   */
  @PostMapping("/{name}/rights")
  AccountView rights(
      @PathVariable("name") String name,
      @RequestBody NewRights wanted,
      @RequestHeader(name = "If-Match", required = false) @Nullable String tag,
      Account me) {
    keeps(me);
    Rights rights = rights(wanted.roles(), wanted.agencies(), wanted.disabled());
    Account read = account(name);
    String now = Tagged.of(AccountView.of(read)).getHeaders().getETag();
    if (tag != null && now != null && !Tagged.bare(tag).equals(Tagged.bare(now))) {
      throw changed();
    }
    // The account is changed as it was read just now, or not at all.
    refuse(keeper.change(me, read, rights));
    return found(name);
  }

  private static Problem changed() {
    return new Problem(
        HttpStatus.PRECONDITION_FAILED,
        "account.changed",
        new Text(
            "Akun ini diubah orang lain di antaranya",
            "Somebody else changed this account in the meantime"),
        new Text("baca lagi akunnya, lalu ulangi", "read the account again, then repeat"));
  }

  /**
   * Says that an account of the provider belongs to the human of another account: neither approves
   * what was asked for with the other.
   */
  @PostMapping("/{name}/person")
  AccountView person(@PathVariable("name") String name, @RequestBody NewPerson wanted, Account me) {
    keeps(me);
    refuse(keeper.link(me, name, Objects.requireNonNullElse(wanted.person(), "")));
    return found(name);
  }

  /** The tokens of an account, without the words. */
  @GetMapping("/{name}/tokens")
  List<TokenView> tokens(@PathVariable("name") String name, Account me) {
    keeps(me);
    return tokens.of(account(name).name()).stream().map(TokenView::of).toList();
  }

  /** Ends the tokens of a label of somebody else at once. */
  @PostMapping("/{name}/tokens/revoke")
  List<TokenView> revoke(
      @PathVariable("name") String name, @RequestParam("label") String label, Account me) {
    keeps(me);
    if (!tokens.revoke(me, account(name).name(), label)) {
      throw Problem.missing();
    }
    return tokens(name, me);
  }

  /** Sets a new password; open sessions end. */
  @PostMapping("/{name}/password")
  AccountView password(
      @PathVariable("name") String name, @RequestBody NewPassword wanted, Account me) {
    keeps(me);
    refuse(keeper.password(me, name, Objects.requireNonNullElse(wanted.password(), "")));
    return found(name);
  }

  /** Ends the sessions that are open. */
  @PostMapping("/{name}/end")
  AccountView end(@PathVariable("name") String name, Account me) {
    keeps(me);
    refuse(keeper.end(me, name));
    return found(name);
  }

  private static void keeps(Account me) {
    if (!me.is(Role.ADMIN)) {
      throw Problem.denied();
    }
  }

  private AccountView found(String name) {
    return AccountView.of(account(name));
  }

  private Account account(String name) {
    Account account = city.accounts().find(name);
    if (account == null) {
      throw Problem.missing();
    }
    return account;
  }

  private static Rights rights(
      @Nullable List<String> roles, @Nullable List<String> agencies, boolean disabled) {
    List<String> codes = Objects.requireNonNullElse(roles, List.of());
    for (String code : codes) {
      if (Role.of(String.valueOf(code)).isEmpty()) {
        throw new Problem(
            HttpStatus.UNPROCESSABLE_ENTITY,
            "account.role",
            new Text("Tidak ada peran \"" + code + "\"", "There is no role \"" + code + "\""),
            Text.same("admin, officer, approver, analyst, agency"));
      }
    }
    return Keeper.rights(codes, Objects.requireNonNullElse(agencies, List.of()), disabled);
  }

  private static void refuse(Answer answer) {
    if (answer instanceof Answer.Missing) {
      throw Problem.missing();
    }
    if (answer instanceof Answer.Changed) {
      throw changed();
    }
    if (answer instanceof Answer.Faulty faulty) {
      throw new Problem(
          HttpStatus.UNPROCESSABLE_ENTITY,
          "account.refused",
          faulty.faults().get(0),
          new Text("betulkan isinya, lalu ulangi", "mend what was sent, then repeat"));
    }
  }
}
