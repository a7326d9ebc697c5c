package id.pde.web.api;

import id.pde.model.Issue;
import id.pde.model.Text;
import id.pde.run.account.Account;
import id.pde.run.account.Role;
import id.pde.run.ask.Asking.Refusal;
import id.pde.web.City;
import id.pde.web.ask.Asked;
import id.pde.web.ask.Asked.Standing;
import id.pde.web.ask.Desk;
import id.pde.web.ask.ExportFile;
import id.pde.web.ask.ExportFile.Form;
import id.pde.web.seen.PageMissing;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Statements of analysts, with the rights and limits of the SQL page. */
@RestController
@RequestMapping("/api/v1/sql")
final class SqlApi {

  private static final String PLACE = "/api/v1/sql/";
  private static final int LONGEST = 100_000;
  private static final int AT_ONCE = 3;

  private final City city;
  private final Desk desk;
  private final InstantSource clock;
  private final Semaphore free = new Semaphore(AT_ONCE);

  SqlApi(City city, Desk desk, InstantSource clock) {
    this.city = city;
    this.desk = desk;
    this.clock = clock;
  }

  /** One statement that reads. */
  record NewStatement(String statement) {}

  /**
   * What came of a statement so far.
   *
   * @param count rows; counted up to 100,000
   * @param whole whether {@code rows} are all of them, with their whole values
   */
  record AnswerView(
      long number,
      boolean running,
      double seconds,
      List<ColumnView> columns,
      List<List<@Nullable String>> rows,
      long count,
      boolean whole) {
    AnswerView {
      columns = List.copyOf(columns);
      rows = List.copyOf(rows);
    }
  }

  /** A column of an answer; its kind says how values are written: number, date, text ... */
  record ColumnView(String name, String kind) {}

  /** Begins a statement; 202 where it runs on, and is looked at by its address. */
  @PostMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<AnswerView> ask(@RequestBody NewStatement wanted, Account me) {
    allowed(me);
    String statement = Objects.requireNonNullElse(wanted.statement(), "").replace("\r", "");
    if (statement.isBlank() || statement.length() > LONGEST) {
      throw new Problem(
          HttpStatus.UNPROCESSABLE_ENTITY,
          "sql.length",
          new Text(
              "Tulis satu perintah SQL, paling panjang 100.000 huruf",
              "Write one SQL statement of at most 100,000 characters"),
          new Text("perpendek perintahnya", "make the statement shorter"));
    }
    // The statement itself is not kept: it may name the person that is looked for.
    city.acts().note(me.name(), "sql.ask", "sql", "api");
    Asked asked = desk.ask(me.name(), statement);
    AnswerView view = view(asked);
    URI place = URI.create(PLACE + asked.number());
    return view.running()
        ? ResponseEntity.accepted().location(place).body(view)
        : ResponseEntity.ok().location(place).body(view);
  }

  /** What one asked lately; a statement at which nobody looks for 30 s is stopped. */
  @GetMapping(path = "/{number}", produces = MediaType.APPLICATION_JSON_VALUE)
  AnswerView asked(@PathVariable("number") long number, Account me) {
    Asked asked = own(me, number);
    asked.look(clock.instant());
    return view(asked);
  }

  /** All rows, streamed; what is cut ends as a broken answer, never as a whole one. */
  @GetMapping(path = "/{number}/rows", produces = "text/csv;charset=UTF-8")
  void rows(@PathVariable("number") long number, Account me, HttpServletResponse response)
      throws IOException {
    Asked asked = own(me, number);
    if (!free.tryAcquire()) {
      throw new Problem(
              HttpStatus.SERVICE_UNAVAILABLE,
              "sql.busy",
              new Text(
                  "Terlalu banyak ekspor berjalan sekaligus",
                  "Too many exports run at the same time"),
              new Text("tunggu sebentar", "wait a moment"))
          .after(10);
    }
    try {
      // Before the first row leaves.
      city.acts().note(me.name(), "sql.export", "sql", "csv, api");
      response.setContentType("text/csv;charset=UTF-8");
      Refusal refusal =
          new ExportFile(city, desk).write(me.name(), asked, Form.CSV, response.getOutputStream());
      if (refusal == null) {
        return;
      }
      if (response.isCommitted()) {
        throw new IOException("the export was cut: " + refusal.issue().code());
      }
      response.reset();
      throw refused(refusal);
    } finally {
      free.release();
    }
  }

  /** Stops a statement of one's own. */
  @PostMapping(path = "/{number}/stop", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Void> stop(@PathVariable("number") long number, Account me) {
    desk.stop(own(me, number));
    city.acts().note(me.name(), "sql.stop", "sql", "api");
    return ResponseEntity.noContent().build();
  }

  /** Who may read what analysts may. */
  static void allowed(Account me) {
    if (!me.works() && !me.is(Role.ANALYST) && !me.is(Role.APPROVER)) {
      throw Problem.denied();
    }
  }

  private Asked own(Account me, long number) {
    allowed(me);
    Asked asked = desk.find(me.name(), number);
    if (asked == null) {
      throw new PageMissing();
    }
    return asked;
  }

  private AnswerView view(Asked asked) {
    boolean running = asked.running();
    Standing standing = asked.standing();
    if (standing.refusal() != null) {
      throw refused(standing.refusal());
    }
    return new AnswerView(
        asked.number(),
        running,
        asked.took(clock.instant()).toMillis() / 1000.0,
        standing.columns().stream()
            .map(one -> new ColumnView(one.name(), one.kind().name().toLowerCase(Locale.ROOT)))
            .toList(),
        standing.rows(),
        standing.count(),
        !running && !standing.shortened() && standing.rows().size() == standing.count());
  }

  private static Problem refused(Refusal refusal) {
    Issue issue = refusal.issue();
    Problem problem =
        new Problem(HttpStatus.UNPROCESSABLE_ENTITY, issue.code(), issue.message(), issue.fix());
    return refusal.position() > 0 ? problem.with("position", refusal.position()) : problem;
  }
}
