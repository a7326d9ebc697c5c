package id.pde.web.page;

import id.pde.model.Text;
import id.pde.run.account.Account;
import id.pde.run.account.AccountRules;
import id.pde.run.account.Accounts.Token;
import id.pde.web.City;
import id.pde.web.door.Register;
import id.pde.web.door.Tokens;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.InstantSource;
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

  private static final int LONGEST_DAYS = 366;

  private final City city;
  private final Register register;
  private final PasswordEncoder encoder;
  private final InstantSource clock;

  OwnPage(City city, Register register, PasswordEncoder encoder, InstantSource clock) {
    this.city = city;
    this.register = register;
    this.encoder = encoder;
    this.clock = clock;
  }

  @GetMapping("/me")
  String own(Account me, Model model) {
    model.addAttribute("tokens", city.accounts().tokens(me.name()));
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
    String name = label.strip();
    boolean taken =
        city.accounts().tokens(me.name()).stream()
            .anyMatch(token -> token.label().equals(name) && !token.revoked());
    if (name.isEmpty() || name.length() > 60 || taken) {
      told.addFlashAttribute(
          "faults",
          List.of(
              new Text(
                  "Beri token nama sendiri yang belum dipakai, paling panjang 60 huruf.",
                  "Give the token a name of its own, of at most 60 characters.")));
      return "redirect:/me";
    }
    int lasting = Math.max(1, Math.min(LONGEST_DAYS, days));
    Tokens.Made made = Tokens.make();
    Token token =
        new Token(me.name(), name, clock.instant().plus(Duration.ofDays(lasting)), null, false);
    city.accounts().addToken(token, made.hash());
    city.acts().note(me.name(), "token.add", "account " + me.name(), name);
    told.addFlashAttribute("token", made.word());
    return "redirect:/me";
  }

  @PostMapping("/me/tokens/revoke")
  String revoke(@RequestParam("label") String label, Account me) {
    if (city.accounts().revoke(me.name(), label) > 0) {
      city.acts().note(me.name(), "token.revoke", "account " + me.name(), label);
    }
    return "redirect:/me";
  }
}
