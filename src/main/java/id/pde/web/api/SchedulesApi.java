package id.pde.web.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import id.pde.model.Language;
import id.pde.model.Text;
import id.pde.run.account.Account;
import id.pde.run.timetable.Change.By;
import id.pde.schedule.RuleChanges;
import id.pde.schedule.RuleReader.Fault;
import id.pde.schedule.RuleText;
import id.pde.schedule.keep.ScheduleBook;
import id.pde.schedule.keep.ScheduleBook.Outcome;
import id.pde.schedule.keep.View;
import id.pde.web.City;
import id.pde.web.work.Works;
import jakarta.servlet.http.HttpServletRequest;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** When something happens, and what changes that. */
@RestController
@RequestMapping(path = "/api/v1/schedules", produces = MediaType.APPLICATION_JSON_VALUE)
final class SchedulesApi {

  private static final int NEXT = 20;
  private static final DateTimeFormatter FORM = DateTimeFormatter.ISO_OFFSET_DATE_TIME;

  private final City city;
  private final Asked asked;

  SchedulesApi(City city, Works works) {
    this.city = city;
    this.asked = new Asked(city, works);
  }

  /**
   * A schedule.
   *
   * @param state {@code on}, {@code paused} or {@code no_route}
   * @param rule as {@code pde schedule set} takes it
   * @param next its next fires, with their offset
   */
  record ScheduleView(
      String name,
      String state,
      String rule,
      String sentence,
      String zone,
      @JsonProperty("by_officer") boolean byOfficer,
      List<String> next) {

    ScheduleView {
      next = List.copyOf(next);
    }
  }

  private static ScheduleView shown(ScheduleBook book, View view, Language language) {
    return new ScheduleView(
        view.name(),
        view.state().code(),
        RuleText.words(view.rule()),
        RuleText.sentence(view.rule()).in(language),
        view.rule().zone().getId(),
        view.byOfficer(),
        book.next(view, NEXT).stream()
            .map(fire -> FORM.format(fire.atZone(view.rule().zone())))
            .toList());
  }

  @GetMapping
  List<ScheduleView> all(Account me, HttpServletRequest request) {
    ScheduleBook book = book(me);
    Language language = ApiDoors.language(request);
    return book.all().stream().map(view -> shown(book, view, language)).toList();
  }

  @GetMapping("/{name}")
  ResponseEntity<ScheduleView> one(
      @PathVariable("name") String name, Account me, HttpServletRequest request) {
    ScheduleBook book = book(me);
    return Tagged.of(shown(book, found(book, name), ApiDoors.language(request)));
  }

  /** Changes what is given; the rest stays. */
  @PostMapping("/{name}/set")
  ScheduleView set(
      @PathVariable("name") String name,
      @RequestParam Map<String, String> given,
      @RequestParam(name = "why", defaultValue = "") String why,
      Account me,
      HttpServletRequest request) {
    ScheduleBook book = works(me);
    View view = found(book, name);
    Map<String, String> changes = RuleChanges.of(given);
    if (changes.isEmpty()) {
      throw new Problem(
          HttpStatus.UNPROCESSABLE_ENTITY,
          "schedule.nothing",
          new Text("Tidak ada yang diubah", "Nothing is to change"),
          new Text("isi at, days, cron atau lainnya", "give at, days, cron or another"));
    }
    if (book.set(view, changes, by(me, why)) instanceof Outcome.Faulty faulty) {
      throw wrong(faulty.faults().get(0));
    }
    note(me, "schedule.set", name, String.join(" ", changes.keySet()));
    return shown(book, found(book, name), ApiDoors.language(request));
  }

  private static Problem wrong(Fault fault) {
    Text message =
        new Text(
            fault.option() + ": " + fault.message().id(),
            fault.option() + ": " + fault.message().en());
    return new Problem(HttpStatus.UNPROCESSABLE_ENTITY, "schedule.rule", message, fault.fix());
  }

  @PostMapping("/{name}/pause")
  ScheduleView pause(
      @PathVariable("name") String name,
      @RequestParam(name = "why", defaultValue = "") String why,
      Account me,
      HttpServletRequest request) {
    return changed(name, "pause", new Asking(me, why, request), ScheduleBook::pause);
  }

  @PostMapping("/{name}/resume")
  ScheduleView resume(
      @PathVariable("name") String name,
      @RequestParam(name = "why", defaultValue = "") String why,
      Account me,
      HttpServletRequest request) {
    return changed(name, "resume", new Asking(me, why, request), ScheduleBook::resume);
  }

  /** Back to what the route says. */
  @PostMapping("/{name}/reset")
  ScheduleView reset(
      @PathVariable("name") String name,
      @RequestParam(name = "why", defaultValue = "") String why,
      Account me,
      HttpServletRequest request) {
    return changed(name, "reset", new Asking(me, why, request), ScheduleBook::reset);
  }

  /** Who asks for a change, and why. */
  private record Asking(Account me, String why, HttpServletRequest request) {}

  /** What changes a schedule. */
  private interface Act {
    void on(ScheduleBook book, View view, By by);
  }

  private ScheduleView changed(String name, String what, Asking asking, Act act) {
    ScheduleBook book = works(asking.me());
    act.on(book, found(book, name), by(asking.me(), asking.why()));
    note(asking.me(), "schedule." + what, name, "");
    return shown(book, found(book, name), ApiDoors.language(asking.request()));
  }

  /** Lets it fire now; once for each key. */
  @PostMapping("/{name}/run")
  ResponseEntity<Object> run(
      @PathVariable("name") String name,
      @RequestParam(name = "why", defaultValue = "") String why,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      Account me) {
    ScheduleBook book = works(me);
    View view = found(book, name);
    if (view.route() == null) {
      throw new Problem(
          HttpStatus.CONFLICT,
          "schedule.no-route",
          new Text("Rute jadwal ini tidak ada lagi", "The route of this schedule is gone"),
          new Text("periksa: pde check", "see: pde check"));
    }
    if (key != null) {
      ResponseEntity<Object> before =
          asked.before(new Asked.Request(key, "run schedule " + name), key, me.name());
      if (before != null) {
        return before;
      }
    }
    book.run(view, List.of(), by(me, why));
    note(me, "schedule.run", name, "");
    String place = "/api/v1/schedules/" + name;
    if (key != null) {
      city.accounts().done(me.name(), key, place);
    }
    return Asked.accepted(place);
  }

  private ScheduleBook book(Account me) {
    if (!me.seesAll()) {
      throw Problem.denied();
    }
    return city.schedules();
  }

  private ScheduleBook works(Account me) {
    if (!me.works()) {
      throw Problem.denied();
    }
    return city.schedules();
  }

  private static View found(ScheduleBook book, String name) {
    return book.find(name).orElseThrow(Problem::missing);
  }

  private static By by(Account me, String why) {
    return new By(me.name(), why.strip());
  }

  private void note(Account me, String action, String name, String detail) {
    city.acts().note(me.name(), action, "schedule " + name, detail);
  }
}
