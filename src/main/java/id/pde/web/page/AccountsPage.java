package id.pde.web.page;

import id.pde.run.MappingFolder.Agency;
import id.pde.run.account.Account;
import id.pde.run.account.Accounts;
import id.pde.run.account.Role;
import id.pde.web.City;
import id.pde.web.door.Keeper;
import id.pde.web.door.Keeper.Answer;
import id.pde.web.door.OwnTokens;
import id.pde.web.seen.PageMissing;
import id.pde.web.seen.Promises;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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

  private final City city;
  private final Promises promises;
  private final Keeper keeper;
  private final OwnTokens tokens;

  AccountsPage(City city, Promises promises, Keeper keeper, OwnTokens tokens) {
    this.tokens = tokens;
    this.city = city;
    this.promises = promises;
    this.keeper = keeper;
  }

  @GetMapping("/accounts")
  String all(Model model) {
    model.addAttribute("accounts", city.accounts().list());
    model.addAttribute("roles", Role.values());
    model.addAttribute("agencies", agencies());
    model.addAttribute(
        "tokens",
        tokens.holding().stream().collect(Collectors.groupingBy(Accounts.Token::account)));
    return "accounts";
  }

  private Map<String, Agency> agencies() {
    return new TreeMap<>(promises.folder().agencies());
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
    Keeper.Wanted wanted =
        new Keeper.Wanted(name, shown, Keeper.rights(roles, agencies, false), password);
    return told(keeper.add(me, wanted), "added", told);
  }

  @PostMapping("/accounts/{name}")
  String change(
      @PathVariable("name") String name,
      @RequestParam(name = "roles", defaultValue = "") List<String> roles,
      @RequestParam(name = "agencies", defaultValue = "") List<String> agencies,
      @RequestParam(name = "disabled", defaultValue = "false") boolean disabled,
      @RequestParam(name = "version", required = false) @Nullable Long version,
      Account me,
      RedirectAttributes told) {
    Account now = city.accounts().find(name);
    if (now == null) {
      throw new PageMissing();
    }
    if (version != null && version != now.version()) {
      return told(Keeper.overtaken(), "changed", told);
    }
    Answer answer = keeper.change(me, now, Keeper.rights(roles, agencies, disabled));
    return told(answer, "changed", told);
  }

  @PostMapping("/accounts/{name}/person")
  String person(
      @PathVariable("name") String name,
      @RequestParam(name = "person", defaultValue = "") String person,
      Account me,
      RedirectAttributes told) {
    return told(keeper.link(me, name, person), "linked", told);
  }

  @PostMapping("/accounts/{name}/tokens/revoke")
  String revoke(
      @PathVariable("name") String name,
      @RequestParam("label") String label,
      Account me,
      RedirectAttributes told) {
    boolean revoked = tokens.revoke(me, name, label);
    return told(revoked ? new Answer.Done() : new Answer.Missing(), "revoked", told);
  }

  @PostMapping("/accounts/{name}/password")
  String password(
      @PathVariable("name") String name,
      @RequestParam("password") String password,
      Account me,
      RedirectAttributes told) {
    return told(keeper.password(me, name, password), "password", told);
  }

  @PostMapping("/accounts/{name}/end")
  String end(@PathVariable("name") String name, Account me, RedirectAttributes told) {
    return told(keeper.end(me, name), "ended", told);
  }

  private static String told(Answer answer, String done, RedirectAttributes told) {
    if (answer instanceof Answer.Missing) {
      throw new PageMissing();
    }
    if (answer instanceof Answer.Changed changed) {
      told.addFlashAttribute("faults", List.of(changed.fault()));
    } else if (answer instanceof Answer.Faulty faulty) {
      told.addFlashAttribute("faults", faulty.faults());
    } else {
      told.addFlashAttribute("done", done);
    }
    return "redirect:/accounts";
  }
}
