package id.pde.web.page;

import id.pde.codes.CodeLists;
import id.pde.guess.Guesser.Wish;
import id.pde.model.Issue;
import id.pde.model.Issue.Advice;
import id.pde.model.Language;
import id.pde.model.Location.FilePlace;
import id.pde.model.Severity;
import id.pde.model.Text;
import id.pde.run.FileFacts;
import id.pde.run.GridSource.Sheet;
import id.pde.run.IssueText;
import id.pde.run.MappingFiles.Found;
import id.pde.run.RunReport;
import id.pde.run.Tried;
import id.pde.run.account.Account;
import id.pde.run.studio.MappingShelf;
import id.pde.run.studio.Sample;
import id.pde.web.City;
import id.pde.web.Shelf;
import id.pde.web.Workshop;
import id.pde.web.Workshop.RawRow;
import id.pde.web.seen.PageMissing;
import id.pde.web.studio.DraftForm;
import id.pde.web.studio.SampleAnswers;
import id.pde.web.studio.SampleAnswers.Question;
import id.pde.web.studio.SampleAnswers.Standing;
import id.pde.web.work.Works.Wanted;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the pages of the studio share: a sample, its draft, and what is worked out of both. */
@Component
final class StudioDesk {

  private final City city;
  private final Shelf shelf;
  private final SampleAnswers answers;

  StudioDesk(City city, Shelf shelf, SampleAnswers answers) {
    this.city = city;
    this.shelf = shelf;
    this.answers = answers;
  }

  /**
   * What a sample is without a mapping.
   *
   * @param sheets of a text file one without a name
   */
  record Look(FileFacts facts, List<Sheet> sheets) {
    Look {
      sheets = List.copyOf(sheets);
    }
  }

  /** The first rows of a sheet. */
  record Raw(List<RawRow> rows) {
    Raw {
      rows = List.copyOf(rows);
    }
  }

  /** One fault as {@code pde check} writes it. */
  record Fault(boolean warning, String block) {}

  /** The plans of a sample. */
  record Plans(List<RunReport> reports) {
    Plans {
      reports = List.copyOf(reports);
    }
  }

  Workshop workshop() {
    return city.workshop();
  }

  /** Somebody's own sample. */
  Sample own(Account me, UUID id) {
    return workshop().samples().find(me.name(), id).orElseThrow(PageMissing::new);
  }

  static Language language(Locale locale) {
    return locale.getLanguage().equals("en") ? Language.EN : Language.ID;
  }

  /** The draft; proposed anew where there is none. */
  Optional<String> draft(Sample sample, Locale locale) {
    Optional<String> draft = workshop().samples().draft(sample);
    if (draft.isEmpty()) {
      guess(sample, new Wish(null, Map.of()), locale);
    }
    return draft.isPresent() ? draft : workshop().samples().draft(sample);
  }

  /** Proposes a draft over the one that is there. */
  Standing<String> guess(Sample sample, Wish wish, Locale locale) {
    Question<String> question =
        new Question<>(
            guessKey(sample),
            String.class,
            listener -> {
              String proposed = workshop().guess(sample, wish, language(locale));
              String named = named(sample, proposed);
              workshop().samples().draft(sample, named);
              return named;
            });
    return answers.ask(question, wanted(sample, "Mengusulkan pemetaan", "Proposing a mapping"));
  }

  /** How far the proposal is. */
  Optional<Standing<String>> guessing(Sample sample) {
    return Optional.ofNullable(answers.look(guessKey(sample), String.class));
  }

  /** Whether a draft is being proposed, which would go over any other. */
  boolean waits(Sample sample, Locale locale) {
    draft(sample, locale);
    return guessing(sample).map(Standing::going).orElse(false);
  }

  void forgetGuess(Sample sample) {
    answers.forget(guessKey(sample));
  }

  private static String guessKey(Sample sample) {
    return "guess " + sample.id();
  }

  /** The table is called like the dataset, where nobody else has one of that name. */
  private String named(Sample sample, String proposed) {
    String table = sample.dataset().replace('-', '_');
    boolean taken =
        shelf.folder().mappings().values().stream()
            .anyMatch(
                other ->
                    other.target().table().equals(table) && !other.id().equals(sample.mapping()));
    return taken || !table.matches("[a-z][a-z0-9_]{0,62}")
        ? proposed
        : DraftForm.table(proposed, table);
  }

  /** The draft as it is checked. */
  Found checked(Sample sample) {
    return workshop().checked(sample, shelf.folder());
  }

  /** The kind of file and its sheets. */
  Standing<Look> look(Sample sample) {
    return answers.ask(
        new Question<>(
            "look " + sample.id(),
            Look.class,
            listener -> new Look(workshop().facts(sample), workshop().sheets(sample))),
        wanted(sample, "Melihat", "Looking at"));
  }

  /** The first rows of a sheet, as they stand. */
  Standing<Raw> raw(Sample sample, int sheet, int rows) {
    return answers.ask(
        new Question<>(
            "raw " + sample.id() + " " + sheet,
            Raw.class,
            listener -> new Raw(workshop().raw(sample, sheet, rows))),
        wanted(sample, "Melihat", "Looking at"));
  }

  /** The whole sample through the draft. */
  Standing<Tried> tried(Sample sample, Found found) {
    String version = String.valueOf(found.mapping() == null ? "" : found.mapping().text().sha256());
    return answers.ask(
        new Question<>(
            "tried " + sample.id() + " " + version,
            Tried.class,
            listener -> workshop().tried(sample, found, listener)),
        wanted(sample, "Mencoba contoh", "Trying the sample"));
  }

  /** Plans anew. */
  void plan(Sample sample, Found found) {
    answers.forget("plan " + sample.id());
    answers.ask(
        new Question<>(
            planKey(sample, found),
            Plans.class,
            listener -> new Plans(workshop().plan(sample, found, listener))),
        wanted(sample, "Merencanakan", "Planning"));
  }

  Optional<Standing<Plans>> planned(Sample sample, Found found) {
    return Optional.ofNullable(answers.look(planKey(sample, found), Plans.class));
  }

  private static String planKey(Sample sample, Found found) {
    String version = found.mapping() == null ? "" : found.mapping().text().sha256();
    return "plan " + sample.id() + " " + version;
  }

  /** The next look reads the sample again: code lists may have changed. */
  void forget(Sample sample) {
    answers.forget("tried " + sample.id());
    answers.forget("plan " + sample.id());
  }

  /** Nothing of a sample is remembered. */
  void forgetAll(Sample sample) {
    forget(sample);
    forgetGuess(sample);
    answers.forget("look " + sample.id());
    answers.forget("raw " + sample.id());
  }

  private static Wanted wanted(Sample sample, String indonesian, String english) {
    return new Wanted(
        new Text(indonesian + ": " + sample.name(), english + ": " + sample.name()),
        sample.who(),
        "sample " + sample.id());
  }

  /** There is no draft yet. */
  private static final Found NOTHING = new Found(null, null, CodeLists.NONE, List.of(emptyDraft()));

  private static Issue emptyDraft() {
    return Issue.of(
        "studio.draft",
        Severity.REFUSE,
        new FilePlace("YAML", 1, 1),
        new Advice(
            "",
            new Text("draf ini masih kosong", "this draft is still empty"),
            new Text(
                "usulkan kolom di tab Berkas dan letak, atau tulis pemetaannya",
                "propose the columns in the tab File and layout, or write the mapping")));
  }

  /** What all pages of a sample show, and its draft as it is checked. */
  Found shown(Sample sample, String tab, String yaml, Locale locale, Model model) {
    Found found = yaml.isEmpty() ? NOTHING : checked(sample);
    model.addAttribute("sample", sample);
    model.addAttribute("tab", tab);
    model.addAttribute("usable", found.mapping() != null);
    model.addAttribute("findings", faults(found.faults(), yaml, language(locale)));
    model.addAttribute("saved", isSaved(sample, yaml));
    return found;
  }

  /** Whether the draft is what lies in the folder. */
  boolean isSaved(Sample sample, String yaml) {
    Optional<String> now = workshop().shelf().content(sample.mapping());
    return now.isPresent()
        && MappingShelf.digest(now).equals(MappingShelf.digest(Optional.of(yaml)));
  }

  private static List<Fault> faults(List<Issue> issues, String yaml, Language language) {
    return issues.stream()
        .map(
            issue ->
                new Fault(
                    issue.severity() == Severity.WARN, IssueText.block(issue, language, yaml)))
        .toList();
  }
}
