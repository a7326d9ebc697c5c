package id.pde.web.api;

import id.pde.model.Text;
import id.pde.run.account.Account;
import id.pde.run.ask.SavedQueries.Kept;
import id.pde.run.ask.SavedQueries.Saved;
import id.pde.web.City;
import java.util.List;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Statements that people keep under a name: the own ones, and those that others share. */
@RestController
@RequestMapping(path = "/api/v1/queries", produces = MediaType.APPLICATION_JSON_VALUE)
final class SavedQueriesApi {

  private static final int LONGEST = 100_000;
  private static final int LONGEST_NAME = 100;

  private final City city;

  SavedQueriesApi(City city) {
    this.city = city;
  }

  /** A kept statement. */
  record QueryView(
      long number, String name, String who, String statement, boolean shared, String changed) {
    static QueryView of(Saved saved) {
      Kept kept = saved.kept();
      return new QueryView(
          saved.number(),
          kept.name(),
          kept.who(),
          kept.statement(),
          kept.shared(),
          RunView.time(saved.changed()));
    }
  }

  /** A statement to keep; an own one of the same name is replaced. */
  record NewQuery(String name, String statement, boolean shared) {}

  @GetMapping
  List<QueryView> all(Account me) {
    SqlApi.allowed(me);
    return city.savedQueries().seenBy(me.name()).stream().map(QueryView::of).toList();
  }

  /** Keeps one; to do it twice changes nothing. */
  @PostMapping
  List<QueryView> save(@RequestBody NewQuery wanted, Account me) {
    SqlApi.allowed(me);
    String name = Objects.requireNonNullElse(wanted.name(), "").strip();
    String statement = Objects.requireNonNullElse(wanted.statement(), "").replace("\r", "");
    if (!isUsable(name, LONGEST_NAME) || !isUsable(statement, LONGEST)) {
      throw new Problem(
          HttpStatus.UNPROCESSABLE_ENTITY,
          "sql.name",
          new Text(
              "Beri nama (paling panjang 100 huruf) dan perintahnya",
              "Give it a name (of at most 100 characters) and the statement"),
          new Text("isi name dan statement", "fill in name and statement"));
    }
    city.savedQueries().save(new Kept(me.name(), name, statement, wanted.shared()));
    city.acts().note(me.name(), "sql.save", "sql", name);
    return all(me);
  }

  /** Removes one of one's own. */
  @PostMapping("/{number}/remove")
  List<QueryView> remove(@PathVariable("number") long number, Account me) {
    SqlApi.allowed(me);
    if (!city.savedQueries().remove(me.name(), number)) {
      throw Problem.missing();
    }
    city.acts().note(me.name(), "sql.remove", "sql", Long.toString(number));
    return all(me);
  }

  private static boolean isUsable(String text, int longest) {
    return !text.isBlank() && text.length() <= longest && text.indexOf('\0') < 0;
  }
}
