package id.pde.web.page;

import id.pde.run.account.Account;
import id.pde.web.work.Work;
import id.pde.web.work.Works;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** How far something is that goes on in the background. */
@Controller
final class WorksPage {

  private final Works works;

  WorksPage(Works works) {
    this.works = works;
  }

  @GetMapping("/works/{id}")
  String work(@PathVariable("id") UUID id, Account me, Model model) {
    model.addAttribute("work", find(id, me));
    return "work";
  }

  /** The same without the page around it; asked for once a second. */
  @GetMapping("/works/{id}/state")
  String state(@PathVariable("id") UUID id, Account me, Model model) {
    model.addAttribute("work", find(id, me));
    return "work :: state";
  }

  private Work find(UUID id, Account me) {
    return works
        .find(id)
        .filter(work -> work.who().equals(me.name()) || me.works())
        .orElseThrow(PageMissing::new);
  }
}
