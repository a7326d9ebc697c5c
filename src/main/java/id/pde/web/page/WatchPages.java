package id.pde.web.page;

import id.pde.run.account.Account;
import id.pde.run.account.Acts.Filter;
import id.pde.web.City;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How the server is, and who did what. */
@Controller
final class WatchPages {

  private static final int SIZE = 50;

  private final City city;
  private final AuditWords words;

  WatchPages(City city, AuditWords words) {
    this.city = city;
    this.words = words;
  }

  @GetMapping("/health")
  String health(Model model) {
    model.addAttribute("parts", city.health());
    return "health";
  }

  @GetMapping("/audit")
  String audit(
      @RequestParam(name = "who", defaultValue = "") String who,
      @RequestParam(name = "action", defaultValue = "") String action,
      @RequestParam(name = "before", required = false) @Nullable Long before,
      Account me,
      Locale locale,
      Model model) {
    var acts =
        city.acts()
            .newest(new Filter(orNull(who.strip()), orNull(action.strip()), before, SIZE + 1));
    boolean more = acts.size() > SIZE;
    var shown = more ? acts.subList(0, SIZE) : acts;
    model.addAttribute("acts", shown.stream().map(act -> words.of(act, locale)).toList());
    model.addAttribute("actions", AuditWords.ACTS);
    model.addAttribute("next", more ? shown.get(SIZE - 1).act() : null);
    model.addAttribute("who", who);
    model.addAttribute("action", action);
    model.addAttribute("reads", before == null ? city.as(me.name()).audit().newest(SIZE) : null);
    return "audit";
  }

  @GetMapping("/help")
  String help() {
    return "help";
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
