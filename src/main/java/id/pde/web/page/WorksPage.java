package id.pde.web.page;

import id.pde.run.account.Account;
import id.pde.web.seen.PageMissing;
import id.pde.web.work.Work;
import id.pde.web.work.WorkEvents;
import id.pde.web.work.Works;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** How far something is that goes on in the background. */
@Controller
final class WorksPage {

  private final Works works;
  private final WorkEvents events;
  private final Listening listening;

  WorksPage(Works works, WorkEvents events, Listening listening) {
    this.works = works;
    this.events = events;
    this.listening = listening;
  }

  @GetMapping("/works/{id}")
  String work(@PathVariable("id") UUID id, Account me, Model model) {
    model.addAttribute("work", find(id, me));
    return "work";
  }

  /** The same without the page around it; asked for once a second where no events come. */
  @GetMapping("/works/{id}/state")
  String state(@PathVariable("id") UUID id, Account me, Model model) {
    model.addAttribute("work", find(id, me));
    return "work :: state";
  }

  /** The same as it happens. */
  @GetMapping(path = "/works/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  void events(
      @PathVariable("id") UUID id,
      Account me,
      Locale locale,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    events.listen(find(id, me).id(), listening.reader(me, locale), request, response);
  }

  private Work find(UUID id, Account me) {
    return works.find(id).filter(work -> work.isSeenBy(me)).orElseThrow(PageMissing::new);
  }
}
