package id.pde.web.page;

import id.pde.model.Language;
import id.pde.run.account.Account;
import id.pde.web.City;
import id.pde.web.door.Register;
import id.pde.web.door.SideDoor;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The login, and the language of a reader. */
@Controller
final class EntrancePage {

  private static final int YEAR = 365 * 24 * 3600;

  private static final List<String> STATES =
      List.of("wrong", "locked", "many", "away", "out", "ended", "made", "changed");

  /** What may come of a try by the side door; they have their own words on whom to ask. */
  private static final List<String> SIDE_STATES =
      List.of(
          "unreached", "unsure", "cancelled", "no-role", "unfit", "no-name", "taken", "disabled");

  private final City city;
  private final Register register;
  private final ObjectProvider<SideDoor> side;

  EntrancePage(City city, Register register, ObjectProvider<SideDoor> side) {
    this.city = city;
    this.register = register;
    this.side = side;
  }

  @GetMapping("/login")
  String login(HttpServletRequest request, Model model) {
    shown(STATES, request, model);
    SideDoor door = side.getIfAvailable();
    if (door != null) {
      model.addAttribute("door", door);
      model.addAttribute("asks", SideDoor.asks(door));
      shown(SIDE_STATES, request, model);
    }
    return "login";
  }

  private static void shown(List<String> states, HttpServletRequest request, Model model) {
    states.stream()
        .filter(state -> request.getParameter(state) != null)
        .forEach(state -> model.addAttribute("state", state));
  }

  @PostMapping("/language")
  String language(
      @RequestParam("to") String to,
      @RequestParam(name = "back", defaultValue = "/") String back,
      HttpServletRequest request,
      HttpServletResponse response) {
    Language language = to.equals("en") ? Language.EN : Language.ID;
    Cookie cookie = new Cookie(ReaderLanguage.COOKIE, to.equals("en") ? "en" : "id");
    cookie.setPath("/");
    cookie.setHttpOnly(true);
    cookie.setMaxAge(YEAR);
    cookie.setAttribute("SameSite", "Lax");
    response.addCookie(cookie);
    Principal principal = request.getUserPrincipal();
    if (principal != null) {
      Account account = register.now(principal.getName());
      if (account != null && account.language() != language) {
        city.accounts().language(account.name(), language);
        register.forget(account.name());
      }
    }
    return "redirect:" + own(back);
  }

  /** Only a path of this server; anything else leads to the start. */
  static String own(String back) {
    boolean path =
        back.startsWith("/")
            && !back.startsWith("//")
            && back.indexOf('\\') < 0
            && back.chars().noneMatch(Character::isISOControl);
    return path ? back : "/";
  }
}
