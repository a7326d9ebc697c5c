package id.pde.web.page;

import id.pde.model.Text;
import id.pde.run.account.Account;
import id.pde.run.timetable.Change.By;
import id.pde.schedule.RuleChanges;
import id.pde.schedule.RuleReader.Fault;
import id.pde.schedule.RuleText;
import id.pde.schedule.keep.ScheduleBook;
import id.pde.schedule.keep.ScheduleBook.Outcome;
import id.pde.schedule.keep.View;
import id.pde.web.City;
import id.pde.web.seen.PageMissing;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** When something happens: in words, as dates, and how to change it. */
@Controller
final class SchedulesPage {

  private static final int NEXT = 20;
  private static final int HISTORY = 20;
  private static final int MONTH_FIRES = 400;

  private final City city;

  SchedulesPage(City city) {
    this.city = city;
  }

  @GetMapping("/schedules")
  String all(Model model) {
    List<View> views = city.schedules().all();
    model.addAttribute("views", views);
    model.addAttribute("words", words(views));
    return "schedules";
  }

  private static Map<String, Text> words(List<View> views) {
    Map<String, Text> words = new LinkedHashMap<>();
    views.forEach(view -> words.put(view.name(), RuleText.sentence(view.rule())));
    return words;
  }

  @GetMapping("/schedules/{name}")
  String one(@PathVariable("name") String name, Account me, Model model) {
    ScheduleBook book = city.schedules();
    return shown(book, found(book, name), me, model);
  }

  private static String shown(ScheduleBook book, View view, Account me, Model model) {
    ZoneId zone = view.rule().zone();
    List<Instant> fires = book.next(view, MONTH_FIRES);
    model.addAttribute("view", view);
    model.addAttribute("words", RuleText.sentence(view.rule()));
    model.addAttribute("rule", RuleText.words(view.rule()));
    model.addAttribute("next", fires.subList(0, Math.min(NEXT, fires.size())));
    model.addAttribute("months", Month.two(fires, book.holidays(), view.now().at(), zone));
    model.addAttribute("unknown", unknownYears(book, view, fires));
    model.addAttribute("fires", book.records().fires(view.name(), HISTORY));
    model.addAttribute("changes", book.records().changes(view.name(), HISTORY));
    model.addAttribute("works", me.works());
    return "schedule";
  }

  /** Years of shown fires of which no holidays are known. */
  private static List<Integer> unknownYears(ScheduleBook book, View view, List<Instant> fires) {
    TreeSet<Integer> years = new TreeSet<>();
    fires.stream()
        .limit(NEXT)
        .map(fire -> fire.atZone(view.rule().zone()).getYear())
        .filter(year -> !book.holidays().knows(year))
        .forEach(years::add);
    return List.copyOf(years);
  }

  /** Shows what a change would mean, or makes it. */
  @PostMapping("/schedules/{name}/set")
  String set(
      @PathVariable("name") String name,
      @RequestParam Map<String, String> given,
      Account me,
      Model model,
      RedirectAttributes told) {
    ScheduleBook book = city.schedules();
    View view = found(book, name);
    Map<String, String> changes = RuleChanges.of(given);
    if (changes.isEmpty()) {
      told.addFlashAttribute(
          "faults", List.of(new Text("Isi apa yang berubah.", "Fill in what is to change.")));
      return "redirect:/schedules/{name}";
    }
    Outcome outcome = book.set(view, changes, by(me, given.get("why")));
    if (outcome instanceof Outcome.Faulty faulty) {
      model.addAttribute("faults", faulty.faults().stream().map(SchedulesPage::text).toList());
      model.addAttribute("given", given);
      return shown(book, view, me, model);
    }
    city.acts()
        .note(me.name(), "schedule.set", "schedule " + name, String.join(" ", changes.keySet()));
    return "redirect:/schedules/{name}";
  }

  private static Text text(Fault fault) {
    return new Text(
        fault.option() + ": " + fault.message().id() + "; " + fault.fix().id(),
        fault.option() + ": " + fault.message().en() + "; " + fault.fix().en());
  }

  @PostMapping("/schedules/{name}/{act}")
  String act(
      @PathVariable("name") String name,
      @PathVariable("act") String act,
      @RequestParam(name = "why", defaultValue = "") String why,
      Account me) {
    ScheduleBook book = city.schedules();
    View view = found(book, name);
    By by = by(me, why);
    switch (act) {
      case "pause" -> book.pause(view, by);
      case "resume" -> book.resume(view, by);
      case "reset" -> book.reset(view, by);
      case "run" -> {
        if (view.route() == null) {
          // The page says so.
          return "redirect:/schedules/{name}";
        }
        book.run(view, List.of(), by);
      }
      default -> throw new PageMissing();
    }
    city.acts().note(me.name(), "schedule." + act, "schedule " + name, "");
    return "redirect:/schedules/{name}";
  }

  private static By by(Account me, @Nullable String why) {
    return new By(me.name(), why == null ? "" : why.strip());
  }

  private static View found(ScheduleBook book, String name) {
    return book.find(name).orElseThrow(PageMissing::new);
  }
}
