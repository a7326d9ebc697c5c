package id.pde.web.page;

import id.pde.run.Approving.Person;
import id.pde.run.account.Account;
import id.pde.run.overview.Quarantine.Facets;
import id.pde.run.overview.Quarantine.Line;
import id.pde.run.overview.RowDecisions;
import id.pde.run.overview.RowDecisions.Answer;
import id.pde.run.overview.RowMarks;
import id.pde.run.overview.RowMarks.Act;
import id.pde.run.overview.RowMarks.Chosen;
import id.pde.run.overview.RowState;
import id.pde.web.City;
import id.pde.web.seen.PageMissing;
import id.pde.web.seen.Promises;
import id.pde.web.waiting.ChosenRows;
import id.pde.web.waiting.Narrowed;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Waiting rows one by one: chosen, set aside with a reason, opened again. */
@Controller
final class WaitingRowsPage {

  private static final int SIZE = 50;

  private final City city;
  private final Promises promises;

  WaitingRowsPage(City city, Promises promises) {
    this.city = city;
    this.promises = promises;
  }

  /**
   * Some rows that match.
   *
   * @param after the last row that was shown before; empty: from the start
   */
  @GetMapping("/quarantine/rows")
  String rows(
      Narrowed narrowed,
      @RequestParam(name = "after", defaultValue = "") String after,
      Account me,
      Model model) {
    List<Line> lines = city.quarantine().rows(narrowed.facets(me), key(after), SIZE + 1);
    boolean more = lines.size() > SIZE;
    List<Line> shown = more ? lines.subList(0, SIZE) : lines;
    Line last = shown.isEmpty() ? null : shown.get(shown.size() - 1);
    model.addAttribute("lines", shown);
    model.addAttribute(
        "next",
        more && last != null
            ? ChosenRows.of(new RowMarks.Key(last.run(), last.row().ordinal()))
            : null);
    model.addAttribute("first", after.isEmpty());
    model.addAttribute("act", ChosenRows.name(act(narrowed)));
    model.addAttribute("longest", RowMarks.LONGEST);
    model.addAttribute("mappings", promises.mappings(me).keySet());
    model.addAttribute("agencies", promises.agencies(me));
    return "quarantinerows";
  }

  /** How many all that match are, and the button that decides over them. */
  @GetMapping("/quarantine/decide")
  String confirm(Narrowed narrowed, Account me, Model model) {
    officers(me);
    Facets facets = narrowed.facets(me);
    List<Long> runs = city.quarantine().runs(facets);
    long upTo = runs.isEmpty() ? 0 : runs.get(runs.size() - 1);
    model.addAttribute("rows", city.rowMarks().count(facets.upTo(upTo)));
    model.addAttribute("upto", upTo);
    model.addAttribute("act", ChosenRows.name(act(narrowed)));
    model.addAttribute("longest", RowMarks.LONGEST);
    return "quarantinedecide";
  }

  /**
   * Decides over the chosen rows, or over all that match.
   *
   * @param rows as {@link ChosenRows} writes them
   * @param upTo all of runs up to this one; null: only the rows that are named
   * @param expected how many these were when they were looked at
   */
  @PostMapping("/quarantine/decide")
  String decide(
      Narrowed narrowed,
      @RequestParam(name = "act") String wanted,
      @RequestParam(name = "row", required = false) @Nullable List<String> rows,
      @RequestParam(name = "upto", required = false) @Nullable Long upTo,
      @RequestParam(name = "expected", required = false) @Nullable Long expected,
      @RequestParam(name = "why", defaultValue = "") String why,
      Account me,
      RedirectAttributes told) {
    officers(me);
    Act act = ChosenRows.act(wanted).orElseThrow(PageMissing::new);
    Chosen chosen =
        upTo == null
            ? ChosenRows.of(rows == null ? List.of() : rows).orElseThrow(PageMissing::new)
            : new Chosen.Matching(
                narrowed.in(act.from()).facets(me).upTo(upTo), expected == null ? 0 : expected);
    Answer answer =
        new RowDecisions(city.rowMarks()).decide(act, chosen, new Person(me.name(), why));
    if (answer instanceof Answer.Done done) {
      told.addFlashAttribute("done", done.message());
    } else if (answer instanceof Answer.Refused refused) {
      told.addFlashAttribute("refusal", refused);
      told.addFlashAttribute("ticked", rows == null ? List.of() : rows);
      told.addFlashAttribute("written", why);
    }
    told.addAttribute("agency", narrowed.agency());
    told.addAttribute("dataset", narrowed.dataset());
    told.addAttribute("code", narrowed.code());
    told.addAttribute("column", narrowed.column());
    told.addAttribute("state", narrowed.state());
    return "redirect:/quarantine/rows";
  }

  private static Act act(Narrowed narrowed) {
    return narrowed.rows() == RowState.IGNORED ? Act.REOPEN : Act.IGNORE;
  }

  private static RowMarks.@Nullable Key key(String after) {
    return after.isEmpty()
        ? null
        : ChosenRows.of(List.of(after)).orElseThrow(PageMissing::new).keys().get(0);
  }

  private static void officers(Account me) {
    if (!me.works()) {
      throw new PageMissing();
    }
  }
}
