package id.pde.web.page;

import id.pde.model.Text;
import id.pde.run.Approving.Person;
import id.pde.run.RunReport;
import id.pde.run.account.Account;
import id.pde.web.City;
import id.pde.web.seen.Reach;
import id.pde.web.work.Work;
import id.pde.web.work.Work.State;
import id.pde.web.work.Works;
import id.pde.web.work.Works.Wanted;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What people do with runs. Each act is kept with who did it; rights are looked at once more. */
@Controller
final class RunActs {

  /** Most is over by then, and nobody needs to see it wait. */
  private static final Duration MOMENT = Duration.ofSeconds(2);

  private final City city;
  private final Works works;

  RunActs(City city, Works works) {
    this.city = city;
    this.works = works;
  }

  @PostMapping("/runs/{number}/approve")
  String approve(
      @PathVariable("number") long number,
      @RequestParam(name = "why", defaultValue = "") String why,
      Account me) {
    RunReport run = Reach.run(city, me, number);
    if (!RunPage.acts(city, run, me).decide()) {
      return "redirect:/runs/" + number;
    }
    Person person = new Person(me.name(), why.strip());
    return begin(
        new Wanted(
            new Text("Menyetujui run " + number, "Approving run " + number),
            me.name(),
            "run " + number),
        "approve",
        listener -> city.as(me.name()).approve(run, person, listener));
  }

  @PostMapping("/runs/{number}/decline")
  String decline(
      @PathVariable("number") long number,
      @RequestParam(name = "why", defaultValue = "") String why,
      Account me) {
    RunReport run = Reach.run(city, me, number);
    if (RunPage.acts(city, run, me).decide()) {
      city.as(me.name()).decline(run, new Person(me.name(), why.strip()));
      city.acts().note(me.name(), "decline", "run " + number, "");
    }
    return "redirect:/runs/" + number;
  }

  @PostMapping("/runs/{number}/undo")
  String undo(@PathVariable("number") long number, Account me) {
    RunReport run = Reach.run(city, me, number);
    if (!RunPage.acts(city, run, me).undo()) {
      return "redirect:/runs/" + number;
    }
    return begin(
        new Wanted(
            new Text("Membatalkan run " + number, "Undoing run " + number),
            me.name(),
            "run " + number),
        "undo",
        listener -> List.of(city.as(me.name()).undoing().undo(run)));
  }

  @PostMapping("/runs/{number}/replay")
  String replay(@PathVariable("number") long number, Account me) {
    RunReport run = Reach.run(city, me, number);
    if (!RunPage.acts(city, run, me).replay()) {
      return "redirect:/runs/" + number;
    }
    return begin(
        new Wanted(
            new Text("Memuat ulang run " + number, "Replaying run " + number),
            me.name(),
            "run " + number),
        "replay",
        listener -> city.as(me.name()).replay(run, listener));
  }

  @PostMapping("/runs/{number}/rejects")
  String rejects(@PathVariable("number") long number, Account me) {
    RunReport run = Reach.run(city, me, number);
    if (!RunPage.acts(city, run, me).rejects()) {
      return "redirect:/runs/" + number;
    }
    return begin(
        new Wanted(
            new Text(
                "Memuat baris tertahan run " + number, "Loading rejected rows of run " + number),
            me.name(),
            "run " + number),
        "replay.rejects",
        listener -> List.of(city.as(me.name()).replayRejects(run, listener)));
  }

  private String begin(Wanted wanted, String action, Works.Task task) {
    city.acts().note(wanted.who(), action, wanted.subject(), "");
    Work work = works.begin(wanted, task, MOMENT);
    if (work.state() instanceof State.Done done && done.runs().size() == 1) {
      return "redirect:/runs/" + done.runs().get(0);
    }
    return "redirect:/works/" + work.id();
  }
}
