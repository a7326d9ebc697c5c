package id.pde.web.page;

import id.pde.mapping.Mapping;
import id.pde.run.account.Account;
import id.pde.run.explain.Answer;
import id.pde.run.explain.Question;
import id.pde.run.explain.Question.Sight;
import id.pde.run.explain.RowVersions.Place;
import id.pde.web.City;
import id.pde.web.Shelf;
import id.pde.web.seen.PageMissing;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Where a row comes from: its versions, the run of each, the file and the cell of each value. */
@Controller
final class RowPage {

  private final City city;
  private final Shelf shelf;

  RowPage(City city, Shelf shelf) {
    this.city = city;
    this.shelf = shelf;
  }

  /** The key, or for a table without one the run and the row of its delivery. */
  record Asked(List<String> key, @Nullable Long run, String row) {}

  @GetMapping("/catalogue/{table}/row")
  String row(
      @PathVariable("table") String table,
      @RequestParam(name = "key", required = false) @Nullable List<String> given,
      @RequestParam(name = "run", required = false) @Nullable Long run,
      @RequestParam(name = "row", defaultValue = "") String row,
      Account me,
      Model model) {
    Mapping mapping =
        shelf.folder().mappings().values().stream()
            .filter(one -> one.target().table().equals(table))
            .findFirst()
            .orElseThrow(PageMissing::new);
    List<String> key = given == null ? List.of() : given.stream().map(String::strip).toList();
    model.addAttribute("table", table);
    model.addAttribute("key", mapping.target().key());
    model.addAttribute("asked", new Asked(key, run, row));
    model.addAttribute("story", null);
    model.addAttribute("fault", null);
    if (run != null || !key.isEmpty()) {
      Place place = run == null ? null : new Place(run, row.strip());
      List<String> values = place == null ? key : List.of();
      city.acts().note(me.name(), "explain", "table " + table, "");
      tell(
          city.as(me.name()).explaining().row(new Question(table, values, place, Sight.REDACTED)),
          model);
    }
    return "row";
  }

  private static void tell(Answer answer, Model model) {
    if (answer instanceof Answer.Told told) {
      model.addAttribute("story", told.story());
    } else if (answer instanceof Answer.Unknown unknown) {
      model.addAttribute("fault", unknown.text());
    } else if (answer instanceof Answer.Misfit misfit) {
      model.addAttribute("fault", misfit.text());
    }
  }
}
