package id.pde.web.page;

import id.pde.model.Issue;
import id.pde.model.RunOutcome;
import id.pde.run.RunReport;
import id.pde.run.Undoing.Preview;
import id.pde.run.account.Account;
import id.pde.run.account.Role;
import id.pde.run.resubmit.RepairWords;
import id.pde.run.resubmit.Repairing;
import id.pde.run.resubmit.Resubmission;
import id.pde.web.City;
import id.pde.web.seen.Promises;
import id.pde.web.seen.Reach;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** One run: what happened, whether it adds up, what can be done about it. */
@Controller
final class RunPage {

  private static final int REASONS = 12;

  private final City city;
  private final Promises promises;

  RunPage(City city, Promises promises) {
    this.city = city;
    this.promises = promises;
  }

  /** What this reader can do with the run as it is. */
  record Acts(boolean decide, boolean own, boolean undo, boolean replay, boolean rejects) {
    public boolean any() {
      return decide || undo || replay || rejects;
    }
  }

  @GetMapping("/runs/{number}")
  String run(@PathVariable("number") long number, Account me, Model model) {
    RunReport run = Repairing.told(Reach.run(city, me, number), city.ledger());
    model.addAttribute("run", run);
    model.addAttribute("agency", promises.agency(run.agency()));
    model.addAttribute("acts", acts(city, run, me));
    model.addAttribute("reasons", reasons(run));
    Resubmission what = run.source().resubmission();
    model.addAttribute("repaired", what != null && what.number() > 0 ? RepairWords.of(what) : null);
    model.addAttribute("version", city.workshop().history().ofRun(number).orElse(null));
    model.addAttribute("known", promises.mappings(me).containsKey(run.mapping()));
    return "run";
  }

  /** What an undo would do, and the button that does it. */
  @GetMapping("/runs/{number}/undo")
  String undo(@PathVariable("number") long number, Account me, Model model) {
    RunReport run = Reach.run(city, me, number);
    if (!acts(city, run, me).undo()) {
      return "redirect:/runs/" + number;
    }
    Preview preview = city.as(me.name()).undoing().preview(run);
    model.addAttribute("run", run);
    model.addAttribute("preview", preview);
    return "undo";
  }

  static Acts acts(City city, RunReport run, Account me) {
    boolean decides =
        run.undecided() && (me.is(Role.APPROVER) || me.is(Role.OFFICER) || me.is(Role.ADMIN));
    boolean own =
        decides
            && run.approval() != null
            && city.accounts().samePerson(run.approval().askedBy(), me.name());
    boolean works = me.works();
    boolean stands = run.undo().by() == null;
    boolean assigned = !run.unassigned();
    boolean delivery = run.undo().of() == null;
    return new Acts(
        decides,
        own,
        works && stands && run.outcome().publishes(),
        works && delivery && !run.undecided(),
        works && assigned && delivery && stands && run.outcome() == RunOutcome.LOADED_WITH_REJECTS);
  }

  /** The first case of each kind. */
  private static List<Issue> reasons(RunReport run) {
    Set<String> told = new HashSet<>();
    List<Issue> reasons = new ArrayList<>();
    for (Issue issue : run.details()) {
      if (reasons.size() < REASONS && told.add(issue.code() + " " + issue.column())) {
        reasons.add(issue);
      }
    }
    return reasons;
  }
}
