package id.pde.web.page;

import id.pde.model.Header;
import id.pde.model.Text;
import id.pde.run.GridSource.Sheet;
import id.pde.run.MappingFiles.Found;
import id.pde.run.Tried;
import id.pde.run.account.Account;
import id.pde.run.studio.Sample;
import id.pde.web.page.StudioDesk.Look;
import id.pde.web.page.StudioDesk.Raw;
import id.pde.web.seen.PageMissing;
import id.pde.web.studio.DraftColumns;
import id.pde.web.studio.DraftColumns.Layout;
import id.pde.web.studio.DraftForm;
import id.pde.web.studio.DraftForm.Written;
import id.pde.web.studio.LayoutForm;
import id.pde.web.studio.RawSheet;
import id.pde.web.studio.SampleAnswers.Standing;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A sample and its columns: where the table stands, what each column is, and by what evidence. */
@Controller
final class StudioFilePage {

  private static final int RAW = 25;

  private static final Text BY_HAND =
      new Text(
          "Sebagian perubahan hanya dapat ditulis di tab YAML: bagian itu ditulis dengan cara yang"
              + " tidak dapat diubah formulir.",
          "Some of the changes can only be written in the tab YAML: that part is written in a way"
              + " that a form cannot change.");

  /** A server takes only so many fields; a column whose end is missing is not to be taken out. */
  private static final Text CUT =
      new Text(
          "Formulir ini tidak sampai utuh; tidak ada yang diubah. Ubah kolomnya di tab YAML.",
          "This form did not arrive as a whole; nothing was changed. Change the columns in the tab"
              + " YAML.");

  private final StudioDesk desk;

  StudioFilePage(StudioDesk desk) {
    this.desk = desk;
  }

  @GetMapping("/studio/{id}")
  String columns(
      @PathVariable("id") UUID id,
      Account me,
      Locale locale,
      Model model,
      HttpServletResponse response) {
    Sample sample = desk.own(me, id);
    Optional<String> yaml = desk.draft(sample, locale);
    if (yaml.isEmpty() || desk.waits(sample, locale)) {
      return waiting(sample, model, response);
    }
    Found found = desk.shown(sample, "columns", yaml.get(), locale, model);
    model.addAttribute("draft", DraftColumns.of(yaml.get()).orElse(null));
    model.addAttribute("lists", new TreeSet<>(found.codes().lists().keySet()));
    evidence(sample, found, model);
    return "studiocolumns";
  }

  private String waiting(Sample sample, Model model, HttpServletResponse response) {
    Standing<String> standing = desk.guessing(sample).orElse(null);
    boolean going = standing == null || standing.going();
    if (going) {
      response.setHeader("Refresh", "2");
    }
    model.addAttribute("sample", sample);
    model.addAttribute("standing", standing);
    model.addAttribute("going", going);
    return "studiowait";
  }

  private @Nullable Tried evidence(Sample sample, Found found, Model model) {
    Standing<Tried> standing = found.mapping() == null ? null : desk.tried(sample, found);
    Tried tried = standing == null ? null : standing.answer();
    Map<String, Tried.Column> evidence = new LinkedHashMap<>();
    if (tried != null) {
      tried.columns().forEach(column -> evidence.put(column.name(), column));
    }
    model.addAttribute("evidence", evidence);
    model.addAttribute("tried", tried);
    model.addAttribute("standing", standing);
    return tried;
  }

  @PostMapping("/studio/{id}/columns")
  String change(
      @PathVariable("id") UUID id,
      @RequestParam Map<String, String> given,
      Account me,
      RedirectAttributes told) {
    Sample sample = desk.own(me, id);
    String yaml = desk.workshop().samples().draft(sample).orElseThrow(PageMissing::new);
    if (!given.containsKey("whole")) {
      told.addFlashAttribute("faults", List.of(CUT));
      return "redirect:/studio/{id}";
    }
    DraftColumns.of(yaml).ifPresent(now -> keep(sample, DraftForm.columns(yaml, now, given), told));
    return "redirect:/studio/{id}";
  }

  private void keep(Sample sample, Written written, RedirectAttributes told) {
    desk.workshop().samples().draft(sample, written.yaml());
    if (!written.whole()) {
      told.addFlashAttribute("faults", List.of(BY_HAND));
    }
  }

  @GetMapping("/studio/{id}/file")
  String file(
      @PathVariable("id") UUID id,
      @RequestParam(name = "look", defaultValue = "") String look,
      Account me,
      Locale locale,
      Model model) {
    Sample sample = desk.own(me, id);
    Optional<String> yaml = desk.draft(sample, locale);
    Found found = desk.shown(sample, "file", yaml.orElse(""), locale, model);
    DraftColumns draft = DraftColumns.of(yaml.orElse("")).orElse(null);
    model.addAttribute("draft", draft);
    Tried tried = evidence(sample, found, model);
    Standing<Look> seen = desk.look(sample);
    Look known = seen.answer();
    model.addAttribute("look", seen);
    if (known != null) {
      List<Header> tables = tried == null ? List.of() : tried.tables();
      Sheet shown = RawSheet.shown(known.sheets(), look, tables);
      Header header = shown == null ? null : RawSheet.header(tables, shown);
      Raw raw = shown == null ? null : desk.raw(sample, shown.index(), RAW).answer();
      model.addAttribute("facts", known.facts());
      model.addAttribute("sheets", known.sheets());
      model.addAttribute("shown", shown);
      model.addAttribute(
          "rows", raw == null ? List.of() : RawSheet.of(raw.rows(), header, found.mapping()));
      model.addAttribute("tables", tables);
      model.addAttribute("header", header);
      model.addAttribute("tall", tall(draft));
    }
    return "studiofile";
  }

  /** How many rows the headings take, as the draft says; 1 where it leaves that open. */
  private static int tall(@Nullable DraftColumns draft) {
    String depth = draft == null ? "" : draft.layout().depth();
    return depth.matches("[1-9]") ? Integer.parseInt(depth) : 1;
  }

  /** Where the table stands; only written down, or the columns proposed anew by it. */
  @PostMapping("/studio/{id}/file")
  String layout(
      @PathVariable("id") UUID id,
      @RequestParam Map<String, String> given,
      Account me,
      Locale locale,
      RedirectAttributes told) {
    Sample sample = desk.own(me, id);
    LayoutForm form = new LayoutForm(given);
    Optional<String> yaml = desk.workshop().samples().draft(sample);
    if ("guess".equals(given.get("act"))) {
      Layout now = DraftColumns.of(yaml.orElse("")).map(DraftColumns::layout).orElse(Layout.NONE);
      desk.forgetGuess(sample);
      Standing<String> standing = desk.guess(sample, form.wish(now), locale);
      if (standing.stopped() != null) {
        told.addFlashAttribute(
            "faults", List.of(standing.stopped().message(), standing.stopped().fix()));
        return "redirect:/studio/{id}/file";
      }
      return "redirect:/studio/{id}";
    }
    yaml.ifPresent(text -> keep(sample, DraftForm.source(text, form.source()), told));
    return "redirect:/studio/{id}/file";
  }
}
