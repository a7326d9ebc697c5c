package id.pde.web.api;

import id.pde.codes.Code;
import id.pde.codes.CodeList;
import id.pde.codes.Decision;
import id.pde.model.Text;
import id.pde.run.CodeDecisions.By;
import id.pde.run.CodeListView;
import id.pde.run.CodeSynonyms.Told;
import id.pde.run.MappingFolder;
import id.pde.run.account.Account;
import id.pde.web.City;
import id.pde.web.Shelf;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The code lists, and the spellings that people gave a meaning. For officers. */
@RestController
@RequestMapping(path = "/api/v1/codes/lists", produces = MediaType.APPLICATION_JSON_VALUE)
final class CodeListsApi {

  private final City city;
  private final Shelf shelf;

  CodeListsApi(City city, Shelf shelf) {
    this.city = city;
    this.shelf = shelf;
  }

  /**
   * A list.
   *
   * @param uses columns that are read by it, by dataset
   */
  record ListView(
      String list,
      int codes,
      int synonyms,
      List<String> levels,
      List<String> systems,
      Map<String, List<String>> uses) {
    ListView {
      levels = List.copyOf(levels);
      systems = List.copyOf(systems);
      uses = Collections.unmodifiableMap(new TreeMap<>(uses));
    }

    static ListView of(CodeListView view) {
      CodeList list = view.list();
      return new ListView(
          list.name(),
          list.codes().size(),
          list.decisions().size(),
          list.levels().stream().sorted().toList(),
          list.systems().stream().sorted().toList(),
          view.uses());
    }
  }

  /**
   * A row of a list.
   *
   * @param from the first day on which it is valid; null: since ever
   * @param to the last one; null: until further notice
   * @param systems what other systems call it
   */
  record EntryView(
      String code,
      String name,
      @Nullable String level,
      @Nullable String parent,
      @Nullable String from,
      @Nullable String to,
      List<String> variants,
      Map<String, List<String>> systems) {
    EntryView {
      variants = List.copyOf(variants);
      systems = Collections.unmodifiableMap(new TreeMap<>(systems));
    }

    static EntryView of(Code code) {
      return new EntryView(
          code.code(),
          code.name(),
          code.level(),
          code.parent(),
          day(code.validity().from()),
          day(code.validity().to()),
          code.variants(),
          code.bridges());
    }

    private static @Nullable String day(@Nullable LocalDate day) {
      return day == null ? null : day.toString();
    }
  }

  /** A spelling and what it means. */
  record SynonymView(String value, String code, String who, String when, String why) {
    static SynonymView of(Decision decision) {
      return new SynonymView(
          decision.value(), decision.code(), decision.who(), decision.when(), decision.why());
    }
  }

  /**
   * Some rows of a list, and all synonyms that match.
   *
   * @param all how many rows match
   * @param next what {@code after} is for the next page; null: these are the last
   */
  record EntriesView(
      String list,
      int all,
      @Nullable Integer next,
      List<EntryView> codes,
      List<SynonymView> synonyms) {
    EntriesView {
      codes = List.copyOf(codes);
      synonyms = List.copyOf(synonyms);
    }
  }

  @GetMapping
  List<ListView> all(Account me) {
    works(me);
    return CodeListView.all(shelf.folder()).stream().map(ListView::of).toList();
  }

  /** The codes of a list in the order of its file. */
  @GetMapping("/{list}")
  EntriesView one(
      @PathVariable("list") String list,
      @RequestParam(name = "q", defaultValue = "") String text,
      @RequestParam(name = "after", defaultValue = "0") int after,
      @RequestParam(name = "limit", defaultValue = "100") int limit,
      Account me) {
    works(me);
    MappingFolder folder = shelf.folder();
    CodeList codes = folder.codes().find(list);
    if (codes == null) {
      throw Problem.missing();
    }
    CodeListView view = CodeListView.of(codes, folder);
    List<Code> found = view.codes(text);
    int from = Math.min(Math.max(0, after), found.size());
    int to = Math.min(found.size(), from + Math.min(500, Math.max(1, limit)));
    return new EntriesView(
        list,
        found.size(),
        to < found.size() ? to : null,
        found.subList(from, to).stream().map(EntryView::of).toList(),
        view.synonyms(text).stream().map(SynonymView::of).toList());
  }

  /** Gives a spelling a meaning before any delivery has it. */
  @PostMapping("/{list}/synonyms")
  SynonymView add(
      @PathVariable("list") String list,
      @RequestParam("value") String value,
      @RequestParam("code") String code,
      @RequestParam(name = "why", defaultValue = "") String why,
      Account me) {
    works(me);
    By by = new By(me.name(), why.strip());
    return kept(list, city.decisions().synonyms().add(list, value, code, by), "code.add", me);
  }

  /** Takes a meaning back; rows that were loaded by it do not change. */
  @PostMapping("/{list}/synonyms/withdraw")
  SynonymView withdraw(
      @PathVariable("list") String list,
      @RequestParam("value") String value,
      @RequestParam(name = "code", defaultValue = "") String code,
      Account me) {
    works(me);
    Told told = city.decisions().synonyms().withdraw(list, value, code);
    return kept(list, told, "code.withdraw", me);
  }

  private SynonymView kept(String list, Told told, String act, Account me) {
    if (told instanceof Told.Refused refused) {
      throw new Problem(
          refused.missing() ? HttpStatus.NOT_FOUND : HttpStatus.CONFLICT,
          "code.refused",
          refused.why(),
          new Text("lihat /api/v1/codes/lists", "see /api/v1/codes/lists"));
    }
    Told.Kept kept = (Told.Kept) told;
    shelf.renew();
    city.acts().note(me.name(), act, "list " + list, kept.decision().code());
    return SynonymView.of(kept.decision());
  }

  private static void works(Account me) {
    if (!me.works()) {
      throw Problem.denied();
    }
  }
}
