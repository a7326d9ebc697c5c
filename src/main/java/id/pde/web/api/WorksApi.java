package id.pde.web.api;

import id.pde.model.Language;
import id.pde.run.account.Account;
import id.pde.web.work.Work;
import id.pde.web.work.Work.State;
import id.pde.web.work.Works;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** How far something is that a program asked for. */
@RestController
final class WorksApi {

  private final Works works;

  WorksApi(Works works) {
    this.works = works;
  }

  /**
   * A work.
   *
   * @param state {@code going}, {@code done} or {@code stopped}
   * @param rows read so far
   * @param runs that it came to
   * @param notes what did not come to a run, and why
   * @param code of what stopped it, as in messages.md; null: nothing did
   * @param message why it stopped; null: it did not
   */
  record WorkView(
      UUID id,
      String state,
      long rows,
      List<Long> runs,
      List<String> notes,
      @Nullable String code,
      @Nullable String message,
      @Nullable String fix) {
    WorkView {
      runs = List.copyOf(runs);
      notes = List.copyOf(notes);
    }

    static WorkView of(Work work, Language language) {
      State state = work.state();
      if (state instanceof State.Done done) {
        return new WorkView(
            work.id(),
            "done",
            0,
            done.runs(),
            done.notes().stream().map(note -> note.in(language)).toList(),
            null,
            null,
            null);
      }
      if (state instanceof State.Stopped stopped) {
        return new WorkView(
            work.id(),
            "stopped",
            0,
            List.of(),
            List.of(),
            stopped.code(),
            stopped.message().in(language),
            stopped.fix().in(language));
      }
      return new WorkView(
          work.id(), "going", ((State.Going) state).rows(), List.of(), List.of(), null, null, null);
    }
  }

  @GetMapping(path = "/api/v1/works/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
  WorkView work(@PathVariable("id") UUID id, Account me, HttpServletRequest request) {
    return works
        .find(id)
        .filter(work -> work.isSeenBy(me))
        .map(work -> WorkView.of(work, ApiDoors.language(request)))
        .orElseThrow(Problem::missing);
  }
}
