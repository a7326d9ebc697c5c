package id.pde.web.page;

import id.pde.model.Issue;
import id.pde.model.Language;
import id.pde.run.IssueText;
import id.pde.run.MappingFiles.Found;
import id.pde.run.account.Account;
import id.pde.run.studio.MappingHistory.Coming;
import id.pde.run.studio.MappingHistory.Entered;
import id.pde.run.studio.MappingShelf;
import id.pde.run.studio.MappingShelf.Saved;
import id.pde.run.studio.MappingVersion;
import id.pde.run.studio.MappingVersion.Kept;
import id.pde.web.City;
import id.pde.web.Shelf;
import id.pde.web.seen.PageMissing;
import id.pde.web.studio.TextDiff;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The versions of a mapping: what each changed, and how an old one comes back as a new one. */
@Controller
final class VersionsPage {

  private static final String ALL = "/datasets/{agency}/{name}/versions";
  private static final String ONE = ALL + "/{number}";
  private static final String BACK = "redirect:" + ONE;

  private final City city;
  private final Shelf files;

  VersionsPage(City city, Shelf files) {
    this.city = city;
    this.files = files;
  }

  @GetMapping(ALL)
  String all(
      @PathVariable("agency") String agency, @PathVariable("name") String name, Model model) {
    String id = id(agency, name);
    show(id, versions(id), model);
    return "versions";
  }

  @GetMapping(ONE)
  String one(
      @PathVariable("agency") String agency,
      @PathVariable("name") String name,
      @PathVariable("number") int number,
      Model model) {
    String id = id(agency, name);
    List<MappingVersion> versions = versions(id);
    Kept kept = find(id, number);
    Optional<String> now = content(id);
    String before = text(id, number - 1);
    model.addAttribute("version", kept.version());
    model.addAttribute("yaml", kept.content());
    model.addAttribute("changes", TextDiff.of(before, kept.content()));
    model.addAttribute("apart", TextDiff.of(now.orElse(""), kept.content()));
    model.addAttribute("base", MappingShelf.digest(now));
    model.addAttribute("writable", city.workshop().shelf().isWritable(id));
    show(id, versions, model);
    return "version";
  }

  private void show(String id, List<MappingVersion> versions, Model model) {
    model.addAttribute("id", id);
    model.addAttribute("versions", versions);
    model.addAttribute("there", content(id).isPresent());
    model.addAttribute("known", files.folder().mappings().containsKey(id));
  }

  @GetMapping(ONE + "/yaml")
  ResponseEntity<byte[]> yaml(
      @PathVariable("agency") String agency,
      @PathVariable("name") String name,
      @PathVariable("number") int number) {
    Kept kept = find(id(agency, name), number);
    ContentDisposition file = ContentDisposition.attachment().filename(name + ".yaml").build();
    return ResponseEntity.ok()
        .contentType(new MediaType("application", "yaml", StandardCharsets.UTF_8))
        .header(HttpHeaders.CONTENT_DISPOSITION, file.toString())
        .body(kept.content().getBytes(StandardCharsets.UTF_8));
  }

  /** The text of an old version becomes the next one; what lies there must be what was seen. */
  @PostMapping(ONE + "/restore")
  String restore(
      @PathVariable("agency") String agency,
      @PathVariable("name") String name,
      @PathVariable("number") int number,
      @RequestParam(name = "base", defaultValue = "") String base,
      @RequestParam(name = "note", defaultValue = "") String note,
      Account me,
      Locale locale,
      RedirectAttributes told) {
    String id = id(agency, name);
    Kept kept = find(id, number);
    Found found = city.workshop().checked(me.name(), id, kept.content(), files.folder());
    if (found.mapping() == null) {
      Language language = StudioDesk.language(locale);
      told.addFlashAttribute(
          "findings",
          found.faults().stream().map(fault -> block(fault, language, kept.content())).toList());
      return BACK;
    }
    Entered entered =
        city.workshop()
            .history()
            .save(new Coming(id, base, kept.content(), me.name(), note, number));
    MappingVersion version = entered.version();
    if (version != null) {
      files.renew();
      city.acts().note(me.name(), "mapping.restore", "mapping " + id, version.act());
      told.addFlashAttribute("restored", number);
      return "redirect:" + ALL + "/" + version.number();
    }
    if (entered.saved() instanceof Saved.ReadOnly) {
      city.acts().note(me.name(), "mapping.refused", "mapping " + id, "read-only");
    } else {
      told.addFlashAttribute("overtaken", true);
    }
    return BACK;
  }

  private static String block(Issue fault, Language language, String yaml) {
    return IssueText.block(fault, language, yaml);
  }

  private static String id(String agency, String name) {
    return MappingShelf.id(agency, name).orElseThrow(PageMissing::new);
  }

  private List<MappingVersion> versions(String id) {
    List<MappingVersion> versions = city.workshop().history().of(id);
    if (versions.isEmpty()) {
      throw new PageMissing();
    }
    return versions;
  }

  private Kept find(String id, int number) {
    return city.workshop().history().find(id, number).orElseThrow(PageMissing::new);
  }

  private String text(String id, int number) {
    return city.workshop().history().find(id, number).map(Kept::content).orElse("");
  }

  private Optional<String> content(String id) {
    try {
      return city.workshop().shelf().content(id);
    } catch (IllegalArgumentException noFile) {
      throw new PageMissing();
    }
  }
}
