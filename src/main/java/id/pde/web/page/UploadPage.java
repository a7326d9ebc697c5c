package id.pde.web.page;

import id.pde.model.Text;
import id.pde.run.Claim;
import id.pde.run.RunReport;
import id.pde.run.account.Account;
import id.pde.run.overview.Overview.Runs;
import id.pde.run.resubmit.RepairWords;
import id.pde.run.resubmit.Repairing;
import id.pde.run.resubmit.Resubmission;
import id.pde.web.City;
import id.pde.web.seen.PageMissing;
import id.pde.web.seen.Promises;
import id.pde.web.seen.Reach;
import id.pde.web.work.Work;
import id.pde.web.work.WorkEvents;
import id.pde.web.work.Works;
import id.pde.web.work.Works.Wanted;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Sending a file by the browser: the same road and the same answer as by a watched folder. */
@Controller
final class UploadPage {

  private static final Duration MOMENT = Duration.ofSeconds(2);
  private static final int RECENT = 10;

  private final City city;
  private final Promises promises;
  private final Works works;
  private final WorkEvents events;
  private final Listening listening;

  UploadPage(City city, Promises promises, Works works, WorkEvents events, Listening listening) {
    this.events = events;
    this.listening = listening;
    this.city = city;
    this.promises = promises;
    this.works = works;
  }

  @GetMapping("/upload")
  String form(Account me, Model model) {
    return shown(me, model, null);
  }

  private String shown(Account me, Model model, @Nullable Text fault) {
    Map<String, String> agencies = promises.agencies(me);
    model.addAttribute("agencies", agencies);
    model.addAttribute("fault", fault);
    model.addAttribute(
        "recent",
        city.overview().runs(new Runs(Reach.agencies(me), null, null, null, null, RECENT)));
    return "upload";
  }

  @PostMapping("/upload")
  String send(
      @RequestParam(name = "agency", defaultValue = "") String agency,
      @RequestParam("file") MultipartFile file,
      Account me,
      Model model) {
    if (!promises.agencies(me).containsKey(agency)) {
      throw new PageMissing();
    }
    String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
    if (file.isEmpty() || name.isBlank()) {
      return shown(
          me,
          model,
          new Text(
              "Pilih berkas yang berisi; berkas kosong tidak dikirim.",
              "Choose a file that has something in it; an empty one is not sent."));
    }
    Claim claim = kept(name, file, agency);
    city.acts().note(me.name(), "upload", "agency " + agency, claim.id().toString());
    Work work =
        works.begin(
            new Wanted(
                new Text("Memuat " + claim.name(), "Loading " + claim.name()),
                me.name(),
                "claim " + claim.id()),
            listener -> city.uploads().receive(claim, me.name(), listener).reports(),
            MOMENT);
    return "redirect:/upload/" + claim.id() + "?work=" + work.id();
  }

  private Claim kept(String name, MultipartFile file, String agency) {
    try (InputStream bytes = file.getInputStream()) {
      return city.uploads().keep(name, bytes, agency, Claim.toAnyOf(agency));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** What came of it: the state at once, the answer when it is there. */
  @GetMapping("/upload/{claim}")
  String sent(
      @PathVariable("claim") UUID claim,
      @RequestParam(name = "work", required = false) @Nullable UUID work,
      Account me,
      Model model) {
    state(claim, work, me, model);
    return "sent";
  }

  @GetMapping("/upload/{claim}/state")
  String stateOf(
      @PathVariable("claim") UUID claim,
      @RequestParam(name = "work", required = false) @Nullable UUID work,
      Account me,
      Model model) {
    state(claim, work, me, model);
    return "sent :: state";
  }

  /** How far it is, as it happens. */
  @GetMapping(path = "/upload/{claim}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  void events(
      @PathVariable("claim") UUID claim,
      @RequestParam("work") UUID id,
      Account me,
      Locale locale,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    Work work =
        works
            .find(id)
            .filter(one -> one.who().equals(me.name()) && one.subject().equals("claim " + claim))
            .orElseThrow(PageMissing::new);
    events.listen(work.id(), listening.reader(me, locale), request, response);
  }

  private void state(UUID claim, @Nullable UUID id, Account me, Model model) {
    List<RunReport> runs =
        city.ledger().runsOfClaim(claim).stream()
            .filter(run -> me.sees(run.agency()))
            .map(run -> Repairing.told(run, city.ledger()))
            .toList();
    Work work =
        id == null ? null : works.find(id).filter(one -> one.who().equals(me.name())).orElse(null);
    if (work == null && runs.isEmpty()) {
      throw new PageMissing();
    }
    boolean over = work == null || work.isOver();
    Map<Long, Text> repaired = new HashMap<>();
    for (RunReport run : runs) {
      Resubmission what = run.source().resubmission();
      if (what != null && what.number() > 0) {
        repaired.put(run.run(), RepairWords.of(what));
      }
    }
    model.addAttribute("claim", claim);
    model.addAttribute("runs", runs);
    model.addAttribute("repaired", repaired);
    model.addAttribute("work", work);
    model.addAttribute("over", over);
  }
}
