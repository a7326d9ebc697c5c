package id.pde.web.page;

import id.pde.model.RunOutcome;
import id.pde.run.account.Account;
import id.pde.run.overview.Overview.Runs;
import id.pde.run.overview.RunLine;
import id.pde.web.City;
import id.pde.web.seen.Promises;
import id.pde.web.seen.Reach;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** All runs, the newest first, narrowed by what is asked for. */
@Controller
final class RunsPage {

  private static final int SIZE = 50;

  private final City city;
  private final Promises promises;

  RunsPage(City city, Promises promises) {
    this.city = city;
    this.promises = promises;
  }

  /** What the list is narrowed to; empty: not. */
  record Narrowed(String dataset, String agency, String outcome, String file) {}

  @GetMapping("/runs")
  String list(
      @RequestParam(name = "dataset", defaultValue = "") String dataset,
      @RequestParam(name = "agency", defaultValue = "") String agency,
      @RequestParam(name = "outcome", defaultValue = "") String outcome,
      @RequestParam(name = "file", defaultValue = "") String file,
      @RequestParam(name = "before", required = false) @Nullable Long before,
      Account me,
      Model model) {
    Narrowed narrowed = new Narrowed(dataset, agency, outcome, file.strip());
    List<RunLine> lines =
        city.overview()
            .runs(
                new Runs(
                    agencies(me, agency),
                    orNull(dataset),
                    orNull(known(outcome)),
                    orNull(narrowed.file()),
                    before,
                    SIZE + 1));
    boolean more = lines.size() > SIZE;
    List<RunLine> shown = more ? lines.subList(0, SIZE) : lines;
    model.addAttribute("runs", shown);
    model.addAttribute("next", more ? shown.get(SIZE - 1).run() : null);
    model.addAttribute("narrowed", narrowed);
    model.addAttribute("newest", before == null);
    model.addAttribute("outcomes", RunOutcome.values());
    model.addAttribute("mappings", promises.mappings(me).values());
    model.addAttribute("agencies", promises.agencies(me));
    return "runs";
  }

  private static @Nullable Set<String> agencies(Account me, String wanted) {
    if (wanted.isEmpty()) {
      return Reach.agencies(me);
    }
    return me.sees(wanted) ? Set.of(wanted) : Set.of();
  }

  private static String known(String outcome) {
    for (RunOutcome one : RunOutcome.values()) {
      if (one.code().equals(outcome.toLowerCase(Locale.ROOT))) {
        return one.code();
      }
    }
    return "";
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
