package id.pde.web.page;

import id.pde.model.Language;
import id.pde.model.Text;
import id.pde.run.account.Account;
import id.pde.run.account.AccountRules;
import id.pde.run.account.Accounts.Fresh;
import id.pde.run.account.Accounts.Rights;
import id.pde.run.account.Role;
import id.pde.web.City;
import id.pde.web.door.Register;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who may use the console; only administrators come here. */
@Controller
final class AccountsPage {

  private static final Text LAST =
      new Text(
          "Ini pengelola terakhir; tunjuk pengelola lain lebih dahulu.",
          "This is the last administrator; name another one first.");

  private final City city;
  private final Promises promises;
  private final Register register;
  private final PasswordEncoder encoder;

  AccountsPage(City city, Promises promises, Register register, PasswordEncoder encoder) {
    this.city = city;
    this.promises = promises;
    this.register = register;
    this.encoder = encoder;
  }

  @GetMapping("/accounts")
  String all(Model model) {
    model.addAttribute("accounts", city.accounts().list());
    model.addAttribute("roles", Role.values());
    model.addAttribute("agencies", agencies());
    return "accounts";
  }

  private Map<String, id.pde.run.MappingFolder.Agency> agencies() {
    return new java.util.TreeMap<>(promises.folder().agencies());
  }

  @PostMapping("/accounts")
  String add(
      @RequestParam("name") String name,
      @RequestParam(name = "shown", defaultValue = "") String shown,
      @RequestParam(name = "roles", defaultValue = "") List<String> roles,
      @RequestParam(name = "agencies", defaultValue = "") List<String> agencies,
      @RequestParam("password") String password,
      Account me,
      RedirectAttributes told) {
    Rights rights = rights(roles, agencies, false);
    List<Text> faults = new ArrayList<>();
    AccountRules.name(name).ifPresent(faults::add);
    AccountRules.password(name, password).ifPresent(faults::add);
    wrong(rights).ifPresent(faults::add);
    if (faults.isEmpty()) {
      String called = shown.isBlank() ? name : shown.strip();
      Fresh fresh = new Fresh(name, called, rights, encoder.encode(password), Language.ID);
      if (city.accounts().add(fresh)) {
        city.acts().note(me.name(), "account.add", "account " + name, String.join(" ", roles));
        told.addFlashAttribute("done", "added");
      } else {
        faults.add(new Text("Nama itu sudah dipakai.", "That name is taken."));
      }
    }
    told.addFlashAttribute("faults", faults);
    return "redirect:/accounts";
  }

  @PostMapping("/accounts/{name}")
  String change(
      @PathVariable("name") String name,
      @RequestParam(name = "roles", defaultValue = "") List<String> roles,
      @RequestParam(name = "agencies", defaultValue = "") List<String> agencies,
      @RequestParam(name = "disabled", defaultValue = "false") boolean disabled,
      Account me,
      RedirectAttributes told) {
    Rights rights = rights(roles, agencies, disabled);
    Optional<Text> fault = wrong(rights);
    if (fault.isEmpty() && isLast(name, rights)) {
      fault = Optional.of(LAST);
    }
    if (fault.isPresent()) {
      told.addFlashAttribute("faults", List.of(fault.get()));
      return "redirect:/accounts";
    }
    if (!city.accounts().change(name, rights)) {
      throw new PageMissing();
    }
    register.forget(name);
    city.acts().note(me.name(), "account.change", "account " + name, String.join(" ", roles));
    told.addFlashAttribute("done", "changed");
    return "redirect:/accounts";
  }

  @PostMapping("/accounts/{name}/password")
  String password(
      @PathVariable("name") String name,
      @RequestParam("password") String password,
      Account me,
      RedirectAttributes told) {
    Optional<Text> fault = AccountRules.password(name, password);
    if (fault.isPresent()) {
      told.addFlashAttribute("faults", List.of(fault.get()));
      return "redirect:/accounts";
    }
    if (!city.accounts().password(name, encoder.encode(password))) {
      throw new PageMissing();
    }
    register.forget(name);
    city.acts().note(me.name(), "account.password", "account " + name, "");
    told.addFlashAttribute("done", "password");
    return "redirect:/accounts";
  }

  private Optional<Text> wrong(Rights rights) {
    return AccountRules.rights(
        rights.roles(), rights.agencies(), promises.folder().agencies().keySet());
  }

  /** Whether nobody could keep accounts afterwards. */
  private boolean isLast(String name, Rights rights) {
    boolean stays = rights.roles().contains(Role.ADMIN) && !rights.disabled();
    return !stays
        && city.accounts().list().stream()
            .filter(account -> account.is(Role.ADMIN) && !account.disabled())
            .allMatch(account -> account.name().equals(name));
  }

  private static Rights rights(List<String> roles, List<String> agencies, boolean disabled) {
    Set<Role> known = EnumSet.noneOf(Role.class);
    roles.forEach(code -> Role.of(code).ifPresent(known::add));
    List<String> named = agencies.stream().filter(agency -> !agency.isBlank()).toList();
    return new Rights(known, named, disabled);
  }
}
