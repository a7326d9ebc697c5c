package id.pde.web.api;

import id.pde.model.Language;
import id.pde.run.account.Account;
import id.pde.run.account.Acts.Act;
import id.pde.run.account.Acts.Filter;
import id.pde.web.City;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How the server is, and who did what: for officers and administrators. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
final class WatchApi {

  private static final int MOST = 500;

  private final City city;

  WatchApi(City city) {
    this.city = city;
  }

  /**
   * A part of the server.
   *
   * @param state {@code good}, {@code note} or {@code bad}
   */
  record PartView(String name, String state, String text) {}

  @GetMapping("/health")
  List<PartView> health(Account me, HttpServletRequest request) {
    works(me);
    Language language = ApiDoors.language(request);
    return city.health().stream()
        .map(
            part ->
                new PartView(
                    part.name(),
                    part.state().name().toLowerCase(Locale.ROOT),
                    part.text().in(language)))
        .toList();
  }

  /** Something that somebody did. */
  record ActView(long act, String at, String who, String action, String subject, String detail) {
    static ActView of(Act act) {
      return new ActView(
          act.act(), RunView.time(act.at()), act.who(), act.action(), act.subject(), act.detail());
    }
  }

  /** At most {@code limit} acts, the newest first. */
  @GetMapping("/audit")
  Paged<ActView> audit(
      @RequestParam(name = "who", required = false) @Nullable String who,
      @RequestParam(name = "action", required = false) @Nullable String action,
      @RequestParam(name = "before", required = false) @Nullable Long before,
      @RequestParam(name = "limit", defaultValue = "100") int limit,
      Account me) {
    works(me);
    int size = Math.max(1, Math.min(MOST, limit));
    List<Act> acts = city.acts().newest(new Filter(who, action, before, size + 1));
    List<Act> shown = acts.size() > size ? acts.subList(0, size) : acts;
    return new Paged<>(
        shown.stream().map(ActView::of).toList(),
        acts.size() > size ? shown.get(size - 1).act() : null);
  }

  private static void works(Account me) {
    if (!me.works()) {
      throw Problem.denied();
    }
  }
}
