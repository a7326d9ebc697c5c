package id.pde.web.page;

import id.pde.model.RunOutcome;
import id.pde.run.account.Account;
import id.pde.run.account.Role;
import id.pde.run.overview.Overview;
import id.pde.run.overview.Overview.Ended;
import id.pde.run.overview.Overview.Runs;
import id.pde.schedule.expect.Board.State;
import id.pde.web.City;
import id.pde.web.Say;
import id.pde.web.seen.DatasetLine;
import id.pde.web.seen.Promises;
import id.pde.web.seen.Reach;
import id.pde.web.work.Works;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Beranda: what needs somebody now, how fresh the data are, what came today. */
@Controller
final class HomePage {

  private static final int ATTENTION = 8;
  private static final int LATE = 6;
  private static final int GOING = 20;
  private static final int RECENT = 8;
  private static final int DAYS = 14;
  private static final Duration LOOKED_BACK = Duration.ofDays(60);

  private final City city;
  private final Promises promises;
  private final Works works;
  private final InstantSource clock;

  HomePage(City city, Promises promises, Works works, InstantSource clock) {
    this.city = city;
    this.promises = promises;
    this.works = works;
    this.clock = clock;
  }

  @GetMapping("/")
  String home(Account me, Model model) {
    Instant now = clock.instant();
    LocalDate today = LocalDate.ofInstant(now, Say.ZONE);
    Instant midnight = today.atStartOfDay(Say.ZONE).toInstant();
    @Nullable Set<String> agencies = Reach.agencies(me);
    Overview overview = city.overview();
    List<DatasetLine> datasets = promises.datasets(me);
    List<DatasetLine> late =
        datasets.stream()
            .filter(line -> line.promise() != null && line.promise().state() == State.LATE)
            .toList();
    model.addAttribute("today", today);
    model.addAttribute(
        "attention", overview.attention(agencies, now.minus(LOOKED_BACK), ATTENTION));
    boolean watches = me.works() || me.is(Role.APPROVER);
    model.addAttribute(
        "going",
        works.going().stream().filter(one -> watches && one.isSeenBy(me)).limit(GOING).toList());
    model.addAttribute("late", late.subList(0, Math.min(LATE, late.size())));
    model.addAttribute("lateAll", late.size());
    List<Ended> ended = new ArrayList<>(overview.ended(agencies, midnight));
    ended.sort(Comparator.comparing(Ended::outcome));
    model.addAttribute("ended", ended);
    model.addAttribute(
        "rejects",
        ended.stream()
            .filter(one -> one.outcome() == RunOutcome.LOADED_WITH_REJECTS)
            .mapToLong(Ended::runs)
            .sum());
    model.addAttribute("datasets", datasets.size());
    model.addAttribute(
        "fresh",
        datasets.stream()
            .filter(line -> line.promise() != null && line.promise().state() == State.ACCEPTED)
            .count());
    model.addAttribute(
        "expected", datasets.stream().filter(line -> line.promise() != null).count());
    model.addAttribute("recent", overview.runs(new Runs(agencies, null, null, null, null, RECENT)));
    model.addAttribute(
        "bars",
        Bars.of(
            overview.days(agencies, null, midnight.minus(Duration.ofDays(DAYS - 1L))),
            today,
            DAYS));
    boolean settles = me.is(Role.ADMIN) || me.is(Role.OFFICER);
    model.addAttribute("codes", settles ? city.codeQueue().values() : 0);
    model.addAttribute("faults", settles ? promises.folder().faults() : List.of());
    return "home";
  }
}
