package id.pde.web.door;

import id.pde.model.Language;
import id.pde.model.Text;
import id.pde.run.account.Account;
import id.pde.run.account.AccountRules;
import id.pde.run.account.Accounts;
import id.pde.run.account.Accounts.Fresh;
import id.pde.run.account.Accounts.Rights;
import id.pde.run.account.Acts;
import id.pde.run.account.Role;
import id.pde.web.City;
import id.pde.web.Shelf;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Accounts as administrators keep them, on pages and by programs. */
@Component
public final class Keeper {

  private static final Text LAST =
      new Text(
          "Ini pengelola terakhir yang punya kata sandi; tunjuk pengelola lain lebih dahulu.",
          "This is the last administrator with a password; name another one first.");

  private static final Text TAKEN = new Text("Nama itu sudah dipakai.", "That name is taken.");

  private static final Text PROVIDED =
      new Text(
          "Akun ini masuk lewat penyedia; peran dan kata sandinya diatur di sana.",
          "This account comes in by the provider; its roles and password are kept there.");

  private static final Text CHANGED =
      new Text(
          "Akun ini baru saja diubah orang lain; lihat lagi, lalu ulangi.",
          "Somebody else has just changed this account; look again, then repeat.");

  private static final Text NO_PERSON =
      new Text(
          "Pilih akun lain yang berdiri sendiri; akun yang sudah ditautkan, atau yang ditautkan"
              + " kepadanya, tidak dapat dipilih.",
          "Choose another account that stands for itself; not one that is linked, or that others"
              + " are linked to.");

  private final Accounts accounts;
  private final Acts acts;
  private final Shelf shelf;
  private final Register register;
  private final PasswordEncoder encoder;

  Keeper(City city, Shelf shelf, Register register, PasswordEncoder encoder) {
    this.accounts = city.accounts();
    this.acts = city.acts();
    this.shelf = shelf;
    this.register = register;
    this.encoder = encoder;
  }

  /**
   * An account that is to be.
   *
   * @param shown blank: as the login name
   */
  public record Wanted(String name, String shown, Rights rights, String password) {
    /** Never the password. */
    @Override
    public String toString() {
      return name;
    }
  }

  /** What came of a change. */
  public sealed interface Answer {
    /** It is made. */
    record Done() implements Answer {}

    /** There is no such account. */
    record Missing() implements Answer {}

    /** It is not as it was read: somebody else was quicker. */
    record Changed(Text fault) implements Answer {}

    /** It was not made. */
    record Faulty(List<Text> faults) implements Answer {
      public Faulty {
        faults = List.copyOf(faults);
      }
    }
  }

  /** Makes an account with a password. */
  public Answer add(Account me, Wanted wanted) {
    List<Text> faults = new ArrayList<>();
    AccountRules.name(wanted.name()).ifPresent(faults::add);
    AccountRules.password(wanted.name(), wanted.password()).ifPresent(faults::add);
    wrong(wanted.rights()).ifPresent(faults::add);
    if (!faults.isEmpty()) {
      return new Answer.Faulty(faults);
    }
    String called = wanted.shown().isBlank() ? wanted.name() : wanted.shown().strip();
    String hash = encoder.encode(wanted.password());
    if (!accounts.add(new Fresh(wanted.name(), called, wanted.rights(), hash, Language.ID))) {
      return faulty(TAKEN);
    }
    note(me, "account.add", wanted.name(), codes(wanted.rights()));
    return new Answer.Done();
  }

  /** As below, over whatever the account is now. */
  public Answer change(Account me, String name, Rights wanted) {
    Account now = accounts.find(name);
    return now == null ? new Answer.Missing() : change(me, now, wanted);
  }

  /**
   * Sets what an account may do; of one that the provider lets in only whether it is disabled.
   *
   * @param now as it was read: one that somebody else changed since is left alone
   */
  public Answer change(Account me, Account now, Rights wanted) {
    Rights rights =
        now.provided() ? new Rights(now.roles(), now.agencies(), wanted.disabled()) : wanted;
    Optional<Text> fault = now.provided() ? Optional.empty() : wrong(rights);
    if (fault.isEmpty() && isLast(now, rights)) {
      fault = Optional.of(LAST);
    }
    if (fault.isPresent()) {
      return faulty(fault.get());
    }
    if (!accounts.change(now.name(), rights, now.version())) {
      Account left = accounts.find(now.name());
      boolean last = left != null && left.version() == now.version();
      return last ? faulty(LAST) : new Answer.Changed(CHANGED);
    }
    register.forget(now.name());
    String how = codes(rights) + (rights.disabled() ? " disabled" : "");
    note(me, "account.change", now.name(), how.strip());
    return new Answer.Done();
  }

  /**
   * Says that an account of the provider belongs to the human of another account.
   *
   * @param person empty: it stands for itself again
   */
  public Answer link(Account me, String name, String person) {
    Account now = accounts.find(name);
    if (now == null) {
      return new Answer.Missing();
    }
    boolean linked =
        (now.provided() || person.isEmpty())
            && accounts.link(name, person.isEmpty() ? null : person);
    if (!linked) {
      return faulty(NO_PERSON);
    }
    note(me, "account.link", name, person);
    return new Answer.Done();
  }

  /** What whoever comes late is told. */
  public static Answer overtaken() {
    return new Answer.Changed(CHANGED);
  }

  /** Sets a new password. */
  public Answer password(Account me, String name, String password) {
    Account now = accounts.find(name);
    if (now == null) {
      return new Answer.Missing();
    }
    Optional<Text> fault = AccountRules.password(name, password);
    if (fault.isPresent()) {
      return faulty(fault.get());
    }
    if (!accounts.password(name, encoder.encode(password))) {
      return faulty(PROVIDED);
    }
    register.forget(name);
    note(me, "account.password", name, "");
    return new Answer.Done();
  }

  /** Ends the sessions of an account that are open. */
  public Answer end(Account me, String name) {
    if (!accounts.end(name)) {
      return new Answer.Missing();
    }
    register.forget(name);
    note(me, "account.end", name, "");
    return new Answer.Done();
  }

  /** Whether nobody could keep accounts afterwards while the provider is away. */
  private boolean isLast(Account now, Rights rights) {
    boolean stays = rights.roles().contains(Role.ADMIN) && !rights.disabled();
    return !stays
        && !now.provided()
        && now.is(Role.ADMIN)
        && !now.disabled()
        && accounts.list().stream()
            .filter(one -> one.is(Role.ADMIN) && !one.disabled() && !one.provided())
            .allMatch(one -> one.name().equals(now.name()));
  }

  private Optional<Text> wrong(Rights rights) {
    return AccountRules.rights(
        rights.roles(), rights.agencies(), shelf.folder().agencies().keySet());
  }

  private static Answer faulty(Text fault) {
    return new Answer.Faulty(List.of(fault));
  }

  private static String codes(Rights rights) {
    return rights.roles().stream().map(Role::code).sorted().collect(Collectors.joining(" "));
  }

  private void note(Account me, String action, String name, String detail) {
    acts.note(me.name(), action, "account " + name, detail);
  }

  /** The rights of codes; what is no role is left out. */
  public static Rights rights(List<String> roles, List<String> agencies, boolean disabled) {
    Set<Role> known = EnumSet.noneOf(Role.class);
    roles.forEach(code -> Role.of(code).ifPresent(known::add));
    List<String> named = agencies.stream().filter(agency -> !agency.isBlank()).toList();
    return new Rights(known, named, disabled);
  }
}
