package id.pde.web.page;

import id.pde.model.Text;
import id.pde.run.account.Account;
import id.pde.run.overview.Quarantine.Facets;
import id.pde.run.overview.Quarantine.Group;
import id.pde.run.overview.Quarantine.Kind;
import id.pde.run.overview.Quarantine.Share;
import id.pde.web.City;
import id.pde.web.seen.PageMissing;
import id.pde.web.seen.Promises;
import id.pde.web.waiting.Narrowed;
import id.pde.web.waiting.WaitingLoad;
import id.pde.web.work.Work;
import id.pde.web.work.Works;
import id.pde.web.work.Works.Wanted;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What waits in quarantine, narrowed by facets; read again for many runs at once. */
@Controller
final class QuarantinePage {

  private static final int RUNS = 40;
  private static final int KINDS = 30;
  private static final Duration MOMENT = Duration.ofSeconds(2);

  private final City city;
  private final Promises promises;
  private final Works works;

  QuarantinePage(City city, Promises promises, Works works) {
    this.city = city;
    this.promises = promises;
    this.works = works;
  }

  @GetMapping("/quarantine")
  String open(
      Narrowed narrowed,
      @RequestParam(name = "before", required = false) @Nullable Long before,
      Account me,
      Model model) {
    Facets facets = narrowed.facets(me);
    List<Kind> kinds = city.quarantine().kinds(narrowed.wide().facets(me));
    List<Group> groups = city.quarantine().groups(facets, before, RUNS + 1);
    List<Long> runs = groups.stream().map(Group::run).distinct().toList();
    boolean more = runs.size() > RUNS;
    Long last = more ? runs.get(RUNS - 1) : null;
    model.addAttribute(
        "groups",
        last == null ? groups : groups.stream().filter(one -> one.run() >= last).toList());
    model.addAttribute("next", last);
    model.addAttribute("newest", before == null);
    model.addAttribute("kinds", kinds.subList(0, Math.min(KINDS, kinds.size())));
    model.addAttribute("left", Math.max(0, kinds.size() - KINDS));
    model.addAttribute("mappings", promises.mappings(me).keySet());
    model.addAttribute("agencies", promises.agencies(me));
    return "quarantine";
  }

  /** What would be read again, and the button that does it. */
  @GetMapping("/quarantine/load")
  String confirm(
      Narrowed narrowed,
      @RequestParam(name = "run", required = false) @Nullable Set<Long> runs,
      @RequestParam(name = "all", required = false) @Nullable String all,
      Account me,
      Model model) {
    if (!me.works()) {
      throw new PageMissing();
    }
    Set<Long> chosen = all != null || runs == null ? Set.of() : runs;
    if (all == null && chosen.isEmpty()) {
      return "redirect:/quarantine";
    }
    Facets facets = narrowed.open().facets(me, chosen, Long.MAX_VALUE);
    List<Share> shares = city.quarantine().shares(facets);
    model.addAttribute("shares", shares);
    model.addAttribute("rows", shares.stream().mapToLong(Share::rows).sum());
    model.addAttribute("runs", shares.stream().mapToLong(Share::runs).sum());
    model.addAttribute("chosen", new TreeSet<>(chosen));
    model.addAttribute("upto", shares.stream().mapToLong(Share::newest).max().orElse(0));
    model.addAttribute("agencies", promises.agencies(me));
    return "quarantineload";
  }

  @PostMapping("/quarantine/load")
  String load(
      Narrowed narrowed,
      @RequestParam(name = "run", required = false) @Nullable Set<Long> chosen,
      @RequestParam("upto") long upTo,
      Account me,
      RedirectAttributes told) {
    if (!me.works()) {
      throw new PageMissing();
    }
    Facets facets = narrowed.open().facets(me, chosen == null ? Set.of() : chosen, upTo);
    List<Long> runs = city.quarantine().runs(facets);
    if (runs.isEmpty()) {
      told.addFlashAttribute(
          "nothing",
          new Text(
              "Tidak ada lagi baris yang menunggu di sini; tidak ada yang dimuat.",
              "No row waits here any more; nothing was loaded."));
      return "redirect:/quarantine";
    }
    String detail = narrowed.told(city.quarantine().shares(facets));
    city.acts().note(me.name(), "quarantine.load", "quarantine", detail);
    WaitingLoad task = new WaitingLoad(city, me.name(), runs);
    Work work = works.begin(new Wanted(task.title(), me.name(), "quarantine"), task, MOMENT);
    return "redirect:/works/" + work.id();
  }
}
