package id.pde.web.page;

import id.pde.model.Text;
import id.pde.run.Claim;
import id.pde.run.MappingFiles.Found;
import id.pde.run.account.Account;
import id.pde.run.studio.MappingHistory.Coming;
import id.pde.run.studio.MappingHistory.Entered;
import id.pde.run.studio.MappingShelf;
import id.pde.run.studio.MappingShelf.Saved;
import id.pde.run.studio.MappingVersion;
import id.pde.run.studio.Sample;
import id.pde.web.City;
import id.pde.web.Shelf;
import id.pde.web.seen.PageMissing;
import id.pde.web.studio.TextDiff;
import id.pde.web.work.Work;
import id.pde.web.work.Works;
import id.pde.web.work.Works.Wanted;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What changes in the mapping file, the act of saving it, and the first load through it. */
@Controller
final class StudioSavePage {

  private static final Duration MOMENT = Duration.ofSeconds(2);

  private final City city;
  private final StudioDesk desk;
  private final Works works;
  private final Shelf files;

  StudioSavePage(City city, StudioDesk desk, Works works, Shelf files) {
    this.city = city;
    this.desk = desk;
    this.works = works;
    this.files = files;
  }

  @GetMapping("/studio/{id}/save")
  String save(@PathVariable("id") UUID id, Account me, Locale locale, Model model) {
    Sample sample = desk.own(me, id);
    if (desk.waits(sample, locale)) {
      return "redirect:/studio/{id}";
    }
    String yaml = desk.draft(sample, locale).orElse("");
    desk.shown(sample, "save", yaml, locale, model);
    MappingShelf shelf = desk.workshop().shelf();
    Optional<String> now = shelf.content(sample.mapping());
    model.addAttribute("there", now.isPresent());
    model.addAttribute("changed", !MappingShelf.digest(now).equals(sample.base()));
    model.addAttribute("writable", shelf.isWritable(sample.mapping()));
    model.addAttribute("lines", TextDiff.of(now.orElse(""), yaml));
    model.addAttribute("versions", desk.workshop().history().of(sample.mapping()));
    return "studiosave";
  }

  @PostMapping("/studio/{id}/save")
  String save(
      @PathVariable("id") UUID id,
      @RequestParam(name = "note", defaultValue = "") String note,
      Account me,
      RedirectAttributes told) {
    Sample sample = desk.own(me, id);
    String yaml = desk.workshop().samples().draft(sample).orElseThrow(PageMissing::new);
    Found found = desk.checked(sample);
    if (found.mapping() == null) {
      return "redirect:/studio/{id}/text";
    }
    Entered entered =
        desk.workshop()
            .history()
            .save(new Coming(sample.mapping(), sample.base(), yaml, me.name(), note, null));
    MappingVersion version = entered.version();
    if (entered.saved() instanceof Saved.Placed placed && version != null) {
      files.renew();
      desk.workshop().samples().rebased(sample, placed.sha256());
      city.acts()
          .note(
              me.name(),
              placed.fresh() ? "mapping.add" : "mapping.change",
              "mapping " + sample.mapping(),
              version.act());
      told.addFlashAttribute("kept", version.number());
    } else if (entered.saved() instanceof Saved.ReadOnly) {
      city.acts().note(me.name(), "mapping.refused", "mapping " + sample.mapping(), "read-only");
    }
    // A file that changed in the meantime is told by the page itself, with both texts.
    return "redirect:/studio/{id}/save";
  }

  /** Somebody changed the file: goes on from theirs, with the own text or with their text. */
  @PostMapping("/studio/{id}/base")
  String base(
      @PathVariable("id") UUID id,
      @RequestParam(name = "take", defaultValue = "") String take,
      Account me) {
    Sample sample = desk.own(me, id);
    Optional<String> now = desk.workshop().shelf().content(sample.mapping());
    desk.workshop().samples().rebased(sample, MappingShelf.digest(now));
    if (take.equals("theirs")) {
      now.ifPresent(theirs -> desk.workshop().samples().draft(sample, theirs));
    }
    return "redirect:/studio/{id}/save";
  }

  /** Sends the sample through the same door as any other file of an officer. */
  @PostMapping("/studio/{id}/load")
  String load(@PathVariable("id") UUID id, Account me) {
    Sample sample = desk.own(me, id);
    String yaml = desk.workshop().samples().draft(sample).orElse("");
    if (!desk.isSaved(sample, yaml)) {
      return "redirect:/studio/{id}/save";
    }
    Claim claim = sent(sample);
    city.acts().note(me.name(), "upload", "mapping " + sample.mapping(), claim.id().toString());
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

  private Claim sent(Sample sample) {
    try (InputStream bytes = Files.newInputStream(sample.file())) {
      return city.uploads().keep(sample.name(), bytes, sample.agency(), sample.mapping());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
