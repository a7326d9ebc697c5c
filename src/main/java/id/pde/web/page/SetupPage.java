package id.pde.web.page;

import id.pde.model.Language;
import id.pde.model.Text;
import id.pde.run.account.AccountRules;
import id.pde.run.account.Accounts.Fresh;
import id.pde.run.account.Accounts.Rights;
import id.pde.run.account.Role;
import id.pde.web.City;
import id.pde.web.door.Entry;
import id.pde.web.door.Register;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The first account: whoever can read the setup code makes it. */
@Controller
final class SetupPage {

  private final City city;
  private final Register register;
  private final Entry entry;
  private final PasswordEncoder encoder;

  SetupPage(City city, Register register, Entry entry, PasswordEncoder encoder) {
    this.city = city;
    this.register = register;
    this.entry = entry;
    this.encoder = encoder;
  }

  @GetMapping("/setup")
  String form(@RequestParam(name = "code", defaultValue = "") String code, Model model) {
    if (!register.isEmpty()) {
      return "redirect:/login";
    }
    return shown(model, new Given(code, "", ""), Map.of());
  }

  /** What was typed, but for the password. */
  record Given(String code, String name, String shown) {}

  @PostMapping("/setup")
  String make(
      @RequestParam("code") String code,
      @RequestParam("name") String name,
      @RequestParam("shown") String shown,
      @RequestParam("password") String password,
      @RequestParam("again") String again,
      HttpServletRequest request,
      Locale locale,
      Model model) {
    if (!register.isEmpty()) {
      return "redirect:/login";
    }
    Map<String, Text> faults = new LinkedHashMap<>();
    if (!entry.opens(code, request)) {
      faults.put(
          "code",
          new Text(
              "Kode penyiapan salah. Baca berkas setup-code di folder secrets server.",
              "The setup code is wrong. Read the file setup-code in the folder secrets of the server."));
    }
    AccountRules.name(name).ifPresent(fault -> faults.put("name", fault));
    AccountRules.password(name, password).ifPresent(fault -> faults.put("password", fault));
    if (!password.equals(again)) {
      faults.put("again", new Text("Kedua kata sandi tidak sama.", "The two passwords differ."));
    }
    if (!faults.isEmpty()) {
      return shown(model, new Given(code, name, shown), faults);
    }
    Rights all = new Rights(Set.of(Role.ADMIN, Role.OFFICER), List.of(), false);
    Language language = locale.getLanguage().equals("en") ? Language.EN : Language.ID;
    String called = shown.isBlank() ? name : shown.strip();
    boolean made =
        city.accounts().addFirst(new Fresh(name, called, all, encoder.encode(password), language));
    if (made) {
      entry.close();
      city.acts().note(name, "setup", "account " + name, "");
    }
    return made ? "redirect:/login?made" : "redirect:/login";
  }

  private static String shown(Model model, Given given, Map<String, Text> faults) {
    model.addAttribute("given", given);
    model.addAttribute("faults", faults);
    return "setup";
  }
}
