package id.pde.web.api;

import id.pde.model.Text;
import id.pde.run.Approving.Person;
import id.pde.run.account.Account;
import id.pde.run.overview.RowDecisions;
import id.pde.run.overview.RowDecisions.Answer;
import id.pde.run.overview.RowMarks.Act;
import id.pde.run.overview.RowMarks.Chosen;
import id.pde.web.City;
import id.pde.web.waiting.ChosenRows;
import id.pde.web.waiting.Narrowed;
import id.pde.web.work.Works;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Sets waiting rows aside and opens them again: all that are named, or none. */
@RestController
@RequestMapping(path = "/api/v1/quarantine/decisions", produces = MediaType.APPLICATION_JSON_VALUE)
final class DecisionsApi {

  private final City city;
  private final Asked asked;

  DecisionsApi(City city, Works works) {
    this.city = city;
    this.asked = new Asked(city, works);
  }

  /** What was decided. */
  record RowsView(String act, long rows) {}

  /**
   * Decides.
   *
   * @param act {@code ignore} or {@code reopen}
   * @param rows {@code RUN.ROW} each; none: all that match the facets
   * @param expected how many that match there are, as /count and /rows say; if there are others by
   *     now, nothing is done
   * @param why the reason, without personal data
   */
  @PostMapping
  RowsView decide(
      Narrowed narrowed,
      @RequestParam("act") String act,
      @RequestParam(name = "row", required = false) @Nullable List<String> rows,
      @RequestParam(name = "expected", required = false) @Nullable Long expected,
      @RequestParam(name = "why", defaultValue = "") String why,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      Account me) {
    if (!me.works()) {
      throw Problem.denied();
    }
    Act wanted = ChosenRows.act(act).orElseThrow(DecisionsApi::unread);
    Chosen chosen = chosen(narrowed.in(wanted.from()), rows, expected, me);
    String what = "quarantine." + act + " " + narrowed + " " + rows + " " + expected + " " + why;
    if (key != null) {
      String before = asked.place(new Asked.Request(key, what), key, me.name());
      if (before != null) {
        return new RowsView(act, Long.parseLong(before));
      }
    }
    Answer answer =
        new RowDecisions(city.rowMarks()).decide(wanted, chosen, new Person(me.name(), why));
    if (answer instanceof Answer.Refused refused) {
      throw asked.refused(key, me.name(), problem(refused));
    }
    long done = ((Answer.Done) answer).rows();
    asked.done(key, me.name(), Long.toString(done));
    return new RowsView(act, done);
  }

  private static Chosen chosen(
      Narrowed narrowed, @Nullable List<String> rows, @Nullable Long expected, Account me) {
    if (rows != null) {
      return ChosenRows.of(rows).orElseThrow(DecisionsApi::unread);
    }
    if (expected == null) {
      throw unread();
    }
    return new Chosen.Matching(narrowed.facets(me), expected);
  }

  private static Problem unread() {
    return new Problem(
        HttpStatus.BAD_REQUEST,
        "api.parameter",
        new Text(
            "act adalah ignore atau reopen; row adalah RUN.BARIS, tanpa row wajib expected",
            "act is ignore or reopen; row is RUN.ROW, without a row expected is needed"),
        new Text("lihat /api/v1/openapi.json", "see /api/v1/openapi.json"));
  }

  private static Problem problem(Answer.Refused refused) {
    HttpStatus status = refused.conflicts() ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_ENTITY;
    return new Problem(status, refused.code(), refused.message(), refused.fix());
  }
}
