package id.pde.web.page;

import id.pde.run.RunReport;
import id.pde.run.account.Account;
import id.pde.run.overview.Overview.Rejected;
import id.pde.run.overview.Overview.Rejects;
import id.pde.web.City;
import id.pde.web.seen.Reach;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The rejected rows of a run: what is wrong, where it stands, how it is put right. */
@Controller
final class RejectsPage {

  private static final int SIZE = 50;

  private final City city;

  RejectsPage(City city) {
    this.city = city;
  }

  @GetMapping("/runs/{number}/rejects")
  String ofRun(
      @PathVariable("number") long number,
      @RequestParam(name = "code", defaultValue = "") String code,
      @RequestParam(name = "column", defaultValue = "") String column,
      @RequestParam(name = "after", defaultValue = "-1") long after,
      Account me,
      Model model) {
    RunReport run = Reach.run(city, me, number);
    List<Rejected> rows =
        city.overview()
            .rejected(new Rejects(number, orNull(code), orNull(column), after, SIZE + 1));
    boolean more = rows.size() > SIZE;
    List<Rejected> shown = more ? rows.subList(0, SIZE) : rows;
    model.addAttribute("run", run);
    model.addAttribute("rows", shown);
    model.addAttribute("next", more ? shown.get(SIZE - 1).ordinal() : null);
    model.addAttribute("code", code);
    model.addAttribute("column", column);
    model.addAttribute("acts", RunPage.acts(city, run, me));
    model.addAttribute("first", after < 0);
    return "rejects";
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
