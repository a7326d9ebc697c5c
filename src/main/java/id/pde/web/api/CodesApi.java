package id.pde.web.api;

import id.pde.codes.Code;
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
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The values that no code list knew, and what they mean. */
@RestController
@RequestMapping(path = "/api/v1/codes", produces = MediaType.APPLICATION_JSON_VALUE)
final class CodesApi {

  private final City city;
  private final Shelf shelf;

  CodesApi(City city, Shelf shelf) {
    this.city = city;
    this.shelf = shelf;
  }

  /**
   * A value that nobody decided.
   *
   * @param waiting rows of it in quarantine
   * @param runs whose rows are to be read again once it is decided
   */
  record ValueView(
      String list,
      String value,
      long rows,
      long waiting,
      List<String> agencies,
      List<Long> runs,
      List<CodeView> suggestions) {
    ValueView {
      agencies = List.copyOf(agencies);
      runs = List.copyOf(runs);
      suggestions = List.copyOf(suggestions);
    }

    static ValueView of(Undecided value) {
      return new ValueView(
          value.list(),
          value.value(),
          value.rows(),
          value.waiting(),
          List.copyOf(new TreeSet<>(value.agencies())),
          value.runs(),
          value.suggestions().stream().map(one -> CodeView.of(one.code())).toList());
    }
  }

  /** A code of a list. */
  record CodeView(String code, String name) {
    static CodeView of(Code code) {
      return new CodeView(code.code(), code.name());
    }
  }

  /**
   * What was decided.
   *
   * @param runs whose waiting rows can be loaded now: POST /api/v1/runs/N/replay-rejects
   */
  record DecisionView(String list, String value, CodeView code, List<Long> runs) {
    DecisionView {
      runs = List.copyOf(runs);
    }
  }

  @GetMapping
  List<ValueView> queue(
      @RequestParam(name = "list", required = false) @Nullable String list, Account me) {
    works(me);
    return new UndecidedValues(shelf.folder())
        .of(city.codeQueue()).stream()
            .filter(one -> list == null || one.list().equals(list))
            .map(ValueView::of)
            .toList();
  }

  /** Says once what a value means; every later delivery is read by it. */
  @PostMapping("/decide")
  DecisionView decide(
      @RequestParam("list") String list,
      @RequestParam("value") String value,
      @RequestParam("code") String code,
      @RequestParam(name = "why", defaultValue = "") String why,
      Account me) {
    works(me);
    Decided decided =
        city.decisions().decide(list, value, code.strip(), new By(me.name(), why.strip()));
    if (decided instanceof Decided.Refused refused) {
      throw new Problem(
          refused.missing() ? HttpStatus.NOT_FOUND : HttpStatus.CONFLICT,
          "code.refused",
          refused.why(),
          new Text("lihat /api/v1/codes", "see /api/v1/codes"));
    }
    Decided.Kept kept = (Decided.Kept) decided;
    shelf.renew();
    city.acts().note(me.name(), "code.decide", "list " + list, kept.code().code());
    return new DecisionView(
        list,
        value,
        CodeView.of(kept.code()),
        kept.value().waiting() > 0 ? kept.value().runs() : List.of());
  }

  private static void works(Account me) {
    if (!me.works()) {
      throw Problem.denied();
    }
  }
}
