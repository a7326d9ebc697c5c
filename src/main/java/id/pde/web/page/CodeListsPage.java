package id.pde.web.page;

import id.pde.codes.CodeList;
import id.pde.model.Text;
import id.pde.run.CodeDecisions.By;
import id.pde.run.CodeListView;
import id.pde.run.CodeSynonyms.Told;
import id.pde.run.MappingFolder;
import id.pde.run.account.Account;
import id.pde.web.City;
import id.pde.web.Shelf;
import id.pde.web.seen.PageMissing;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The code lists, and the spellings that people gave a meaning. */
@Controller
final class CodeListsPage {

  private static final String ONE = "/codes/lists/{list}";
  private static final int SIZE = 50;

  private final City city;
  private final Shelf shelf;

  CodeListsPage(City city, Shelf shelf) {
    this.city = city;
    this.shelf = shelf;
  }

  @GetMapping("/codes/lists")
  String all(Model model) {
    model.addAttribute("lists", CodeListView.all(shelf.folder()));
    return "codelists";
  }

  /**
   * The codes and synonyms of a list.
   *
   * @param text that they have; empty: all
   */
  @GetMapping(ONE)
  String one(
      @PathVariable("list") String list,
      @RequestParam(name = "q", defaultValue = "") String text,
      @RequestParam(name = "page", defaultValue = "0") int page,
      Model model) {
    MappingFolder folder = shelf.folder();
    CodeList codes = folder.codes().find(list);
    if (codes == null) {
      throw new PageMissing();
    }
    CodeListView view = CodeListView.of(codes, folder);
    model.addAttribute("list", view);
    model.addAttribute("q", text);
    model.addAttribute("slice", Slice.of(view.codes(text), page, SIZE));
    model.addAttribute("synonyms", view.synonyms(text));
    return "codelist";
  }

  @PostMapping(ONE + "/add")
  String add(
      @PathVariable("list") String list,
      @RequestParam("value") String value,
      @RequestParam("code") String code,
      @RequestParam(name = "why", defaultValue = "") String why,
      Account me,
      RedirectAttributes told) {
    By by = new By(me.name(), why.strip());
    return told(city.decisions().synonyms().add(list, value, code, by), "code.add", me, told);
  }

  @PostMapping(ONE + "/withdraw")
  String withdraw(
      @PathVariable("list") String list,
      @RequestParam("value") String value,
      @RequestParam("code") String code,
      Account me,
      RedirectAttributes told) {
    return told(city.decisions().synonyms().withdraw(list, value, code), "code.withdraw", me, told);
  }

  private String told(Told outcome, String act, Account me, RedirectAttributes told) {
    if (outcome instanceof Told.Kept kept) {
      shelf.renew();
      String list = String.valueOf(kept.file().getFileName()).replaceFirst("\\..*", "");
      city.acts().note(me.name(), act, "list " + list, kept.decision().code());
      String meaning = kept.decision().value() + " = " + kept.decision().code();
      told.addFlashAttribute(
          "kept",
          act.equals("code.add")
              ? new Text("Disimpan: " + meaning, "Kept: " + meaning)
              : new Text("Ditarik: " + meaning, "Withdrawn: " + meaning));
    } else if (outcome instanceof Told.Refused refused) {
      told.addFlashAttribute("fault", refused.why());
    }
    return "redirect:" + ONE;
  }
}
