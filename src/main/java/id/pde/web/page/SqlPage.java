package id.pde.web.page;

import id.pde.model.Text;
import id.pde.run.account.Account;
import id.pde.run.ask.Asking.Relation;
import id.pde.run.ask.SavedQueries.Kept;
import id.pde.run.ask.SavedQueries.Saved;
import id.pde.web.City;
import id.pde.web.ask.Asked;
import id.pde.web.ask.Asked.Standing;
import id.pde.web.ask.Desk;
import id.pde.web.seen.PageMissing;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Questions of analysts: a statement, its first rows, how long it took. */
@Controller
final class SqlPage {

  private static final int LONGEST = 100_000;
  private static final int LONGEST_NAME = 100;

  private final City city;
  private final Desk desk;
  private final InstantSource clock;

  SqlPage(City city, Desk desk, InstantSource clock) {
    this.city = city;
    this.desk = desk;
    this.clock = clock;
  }

  @GetMapping("/sql")
  String open(
      @RequestParam(name = "table", defaultValue = "") String table, Account me, Model model) {
    List<Relation> relations = known(me, model);
    String begin =
        relations.stream()
            .map(Relation::shown)
            .filter(table::equals)
            .findFirst()
            .map(found -> "SELECT *\n  FROM " + found + "\n LIMIT 100")
            .orElse("");
    model.addAttribute("statement", begin);
    return "sql";
  }

  @PostMapping("/sql/ask")
  String ask(@RequestParam("statement") String statement, Account me, RedirectAttributes told) {
    if (statement.isBlank() || statement.length() > LONGEST) {
      told.addFlashAttribute(
          "faults",
          List.of(
              new Text(
                  "Tulis satu perintah SQL, paling panjang 100.000 huruf.",
                  "Write one SQL statement of at most 100,000 characters.")));
      return "redirect:/sql";
    }
    // The statement itself is not kept: it may name the person that is looked for.
    city.acts().note(me.name(), "sql.ask", "sql", "");
    return "redirect:/sql/asked/" + desk.ask(me.name(), statement.replace("\r", "")).number();
  }

  @GetMapping("/sql/asked/{number}")
  String asked(
      @PathVariable("number") long number, Account me, Model model, HttpServletResponse response) {
    Asked asked = own(me, number);
    Instant now = clock.instant();
    asked.look(now);
    boolean running = asked.running();
    if (running) {
      response.setHeader("Refresh", "2");
    }
    known(me, model);
    model.addAttribute("statement", asked.statement());
    model.addAttribute("asked", asked);
    model.addAttribute("running", running);
    Standing standing = asked.standing();
    model.addAttribute("standing", standing);
    model.addAttribute("chart", running || asked.dropped() ? null : ResultChart.of(standing));
    model.addAttribute("took", asked.took(now));
    return "sql";
  }

  @PostMapping("/sql/asked/{number}/stop")
  String stop(@PathVariable("number") long number, Account me) {
    desk.stop(own(me, number));
    city.acts().note(me.name(), "sql.stop", "sql", "");
    return "redirect:/sql/asked/" + number;
  }

  @GetMapping("/sql/saved/{number}")
  String saved(@PathVariable("number") long number, Account me, Model model) {
    Saved saved =
        city.savedQueries().seenBy(me.name()).stream()
            .filter(one -> one.number() == number)
            .findFirst()
            .orElseThrow(PageMissing::new);
    known(me, model);
    model.addAttribute("statement", saved.kept().statement());
    model.addAttribute("name", saved.kept().name());
    return "sql";
  }

  @PostMapping("/sql/saved")
  String save(
      @RequestParam("name") String name,
      @RequestParam("statement") String statement,
      @RequestParam(name = "shared", required = false) @Nullable String shared,
      Account me,
      RedirectAttributes told) {
    String tidy = name.strip();
    boolean usable =
        !tidy.isEmpty()
            && tidy.length() <= LONGEST_NAME
            && !statement.isBlank()
            && statement.length() <= LONGEST
            && tidy.indexOf('\0') < 0
            && statement.indexOf('\0') < 0;
    if (!usable) {
      told.addFlashAttribute(
          "faults",
          List.of(
              new Text(
                  "Beri nama (paling panjang 100 huruf) dan perintahnya.",
                  "Give it a name (of at most 100 characters) and the statement.")));
      return "redirect:/sql";
    }
    city.savedQueries()
        .save(new Kept(me.name(), tidy, statement.replace("\r", ""), shared != null));
    city.acts().note(me.name(), "sql.save", "sql", tidy);
    told.addFlashAttribute("kept", tidy);
    return "redirect:/sql";
  }

  @PostMapping("/sql/saved/{number}/remove")
  String remove(@PathVariable("number") long number, Account me) {
    if (city.savedQueries().remove(me.name(), number)) {
      city.acts().note(me.name(), "sql.remove", "sql", Long.toString(number));
    }
    return "redirect:/sql";
  }

  private Asked own(Account me, long number) {
    Asked asked = desk.find(me.name(), number);
    if (asked == null) {
      throw new PageMissing();
    }
    return asked;
  }

  private List<Relation> known(Account me, Model model) {
    List<Relation> relations = city.asking().relations();
    model.addAttribute("relations", relations);
    model.addAttribute("saved", city.savedQueries().seenBy(me.name()));
    model.addAttribute("history", desk.of(me.name()));
    return relations;
  }
}
