package id.pde.web.page;

import id.pde.model.Text;
import id.pde.run.account.Account;
import id.pde.run.account.AccountRules;
import id.pde.web.City;
import id.pde.web.door.OwnTokens;
import id.pde.web.door.Register;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One's own account: the password, and tokens for programs. */
@Controller
final class OwnPage {

  private final City city;
  private final Register register;
  private final PasswordEncoder encoder;
  private final OwnTokens tokens;

  OwnPage(City city, Register register, PasswordEncoder encoder, OwnTokens tokens) {
    this.city = city;
    this.register = register;
    this.encoder = encoder;
    this.tokens = tokens;
  }

  @GetMapping("/me")
  String own(Account me, Model model) {
    model.addAttribute("tokens", tokens.all(me));
    return "me";
  }

  @PostMapping("/me/password")
  String password(
      @RequestParam("old") String old,
      @RequestParam("password") String password,
      @RequestParam("again") String again,
      Account me,
      HttpSession session,
      RedirectAttributes told) {
    if (me.provided()) {
      return "redirect:/me";
    }
    String hash = Objects.requireNonNullElse(city.accounts().hash(me.name()), "");
    Optional<Text> fault = AccountRules.password(me.name(), password);
    if (!password.equals(again)) {
      fault = Optional.of(new Text("Kedua kata sandi tidak sama.", "The two passwords differ."));
    }
    if (!encoder.matches(old, hash)) {
      city.accounts().failed(me.name());
      fault = Optional.of(new Text("Kata sandi lama salah.", "The old password is wrong."));
    }
    if (fault.isPresent()) {
      told.addFlashAttribute("faults", List.of(fault.get()));
      return "redirect:/me";
    }
    city.accounts().password(me.name(), encoder.encode(password));
    register.forget(me.name());
    city.acts().note(me.name(), "account.password", "account " + me.name(), "");
    session.invalidate();
    return "redirect:/login?changed";
  }

  @PostMapping("/me/tokens")
  String token(
      @RequestParam("label") String label,
      @RequestParam(name = "days", defaultValue = "90") int days,
      Account me,
      RedirectAttributes told) {
    OwnTokens.Answer answer = tokens.make(me, label, days);
    if (answer instanceof OwnTokens.Answer.Faulty faulty) {
      told.addFlashAttribute("faults", List.of(faulty.fault()));
    } else {
      told.addFlashAttribute("token", ((OwnTokens.Answer.Made) answer).word());
    }
    return "redirect:/me";
  }

  @PostMapping("/me/tokens/revoke")
  String revoke(@RequestParam("label") String label, Account me) {
    tokens.revoke(me, label);
    return "redirect:/me";
  }
}
