package id.pde.web.api;

import id.pde.model.Text;
import id.pde.run.account.Accounts.Repeated;
import id.pde.web.City;
import id.pde.web.work.Work;
import id.pde.web.work.Works;
import id.pde.web.work.Works.Wanted;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** What programs ask for that takes time: 202, and where it is looked at; once for each key. */
final class Asked {

  private final City city;
  private final Works works;

  Asked(City city, Works works) {
    this.city = city;
    this.works = works;
  }

  /**
   * A request.
   *
   * @param key what the program calls it; null: it may be done again
   * @param what it asks for
   */
  record Request(@Nullable String key, String what) {}

  ResponseEntity<Object> begin(Request request, Wanted wanted, String action, Works.Task task) {
    return begin(request, wanted, action, "api", task);
  }

  /**
   * The same with more for the audit.
   *
   * @param detail what is kept beside the action
   */
  ResponseEntity<Object> begin(
      Request request, Wanted wanted, String action, String detail, Works.Task task) {
    String key = request.key();
    if (key != null) {
      ResponseEntity<Object> before = before(request, key, wanted.who());
      if (before != null) {
        return before;
      }
    }
    city.acts().note(wanted.who(), action, wanted.subject(), detail);
    Work work = works.begin(wanted, task, Duration.ZERO);
    String place = "/api/v1/works/" + work.id();
    if (key != null) {
      city.accounts().done(wanted.who(), key, place);
    }
    return accepted(place);
  }

  /** The answer to a request that was made before; null: it is the first with its key. */
  @Nullable ResponseEntity<Object> before(Request request, String key, String who) {
    String place = place(request, key, who);
    return place == null ? null : accepted(place);
  }

  /** Whether a request was made, and done, before. */
  boolean repeated(Request request, String key, String who) {
    return place(request, key, who) != null;
  }

  /** Notes that a request is done, where it had a key. */
  void done(@Nullable String key, String who, String place) {
    if (key != null) {
      city.accounts().done(who, key, place);
    }
  }

  /** A request that was refused may come again with the same key, mended. */
  Problem refused(@Nullable String key, String who, Problem why) {
    if (key != null) {
      city.accounts().refused(who, key);
    }
    return why;
  }

  /** What the answer to a request that was made before stands for; null: it is the first. */
  @Nullable String place(Request request, String key, String who) {
    Repeated repeated = city.accounts().begin(who, key, request.what());
    if (repeated == null) {
      return null;
    }
    if (!repeated.request().equals(request.what())) {
      throw new Problem(
          HttpStatus.UNPROCESSABLE_ENTITY,
          "api.key",
          new Text(
              "Idempotency-Key ini sudah dipakai untuk permintaan lain",
              "This Idempotency-Key was used for another request"),
          new Text("pakai kunci baru", "use a new key"));
    }
    if (repeated.answer().isEmpty()) {
      throw new Problem(
          HttpStatus.CONFLICT,
          "api.begun",
          new Text(
              "Permintaan dengan kunci ini baru dimulai, atau terputus",
              "The request with this key has just begun, or broke off"),
          new Text(
              "lihat /api/v1/runs, lalu pakai kunci baru",
              "look at /api/v1/runs, then use a new key"));
    }
    return repeated.answer();
  }

  static ResponseEntity<Object> accepted(String place) {
    return ResponseEntity.accepted().location(URI.create(place)).body(Map.of("location", place));
  }
}
