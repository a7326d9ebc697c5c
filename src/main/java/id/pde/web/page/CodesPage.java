package id.pde.web.page;

import id.pde.model.Text;
import id.pde.run.CodeDecisions.By;
import id.pde.run.CodeDecisions.Decided;
import id.pde.run.Undecided;
import id.pde.run.UndecidedValues;
import id.pde.run.account.Account;
import id.pde.web.City;
import id.pde.web.Shelf;
import java.util.List;
import java.util.TreeSet;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The values that no code list knew; somebody says once what they mean. */
@Controller
final class CodesPage {

  private static final int SIZE = 30;

  private final City city;
  private final Shelf shelf;

  CodesPage(City city, Shelf shelf) {
    this.city = city;
    this.shelf = shelf;
  }

  /**
   * What waits for a decision.
   *
   * @param list only of this list; empty: of all
   * @param value only this value, as a waiting row has it; empty: all
   * @param run only of rows of this run; 0: of all
   */
  @GetMapping("/codes")
  String queue(
      @RequestParam(name = "list", defaultValue = "") String list,
      @RequestParam(name = "value", defaultValue = "") String value,
      @RequestParam(name = "run", defaultValue = "0") long run,
      @RequestParam(name = "page", defaultValue = "0") int page,
      Model model) {
    List<Undecided> all = new UndecidedValues(shelf.folder()).of(city.codeQueue());
    model.addAttribute("lists", new TreeSet<>(all.stream().map(Undecided::list).toList()));
    model.addAttribute("list", list);
    model.addAttribute("value", value);
    model.addAttribute("run", run);
    Slice<Undecided> slice =
        Slice.of(
            all.stream()
                .filter(one -> list.isEmpty() || one.list().equals(list))
                .filter(one -> value.isEmpty() || one.isSpelt(value))
                .filter(one -> run == 0 || one.runs().contains(run))
                .toList(),
            page,
            SIZE);
    model.addAttribute("values", slice.shown());
    model.addAttribute("slice", slice);
    return "codes";
  }

  @PostMapping("/codes/decide")
  String decide(
      @RequestParam("list") String list,
      @RequestParam("value") String value,
      @RequestParam("code") String code,
      @RequestParam(name = "why", defaultValue = "") String why,
      Account me,
      RedirectAttributes told) {
    Decided decided =
        city.decisions().decide(list, value, code.strip(), new By(me.name(), why.strip()));
    if (decided instanceof Decided.Kept kept) {
      shelf.renew();
      city.acts().note(me.name(), "code.decide", "list " + list, kept.code().code());
      String meaning = kept.code().code() + " " + kept.code().name();
      told.addFlashAttribute("kept", new Text("Disimpan: " + meaning, "Kept: " + meaning));
      told.addFlashAttribute("runs", kept.value().waiting() > 0 ? kept.value().runs() : List.of());
    } else if (decided instanceof Decided.Refused refused) {
      told.addFlashAttribute("fault", refused.why());
    }
    return "redirect:/codes";
  }
}
