package id.pde.web.api;

import id.pde.mapping.Mapping;
import id.pde.model.Language;
import id.pde.run.MappingFiles.Found;
import id.pde.run.account.Account;
import id.pde.run.studio.MappingHistory.Coming;
import id.pde.run.studio.MappingShelf;
import id.pde.web.City;
import id.pde.web.Shelf;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Mapping files: read, checked, and saved whole or not at all; for officers. */
@RestController
@RequestMapping("/api/v1/mappings")
final class MappingsApi {

  private final City city;
  private final Shelf files;

  MappingsApi(City city, Shelf files) {
    this.city = city;
    this.files = files;
  }

  /**
   * A mapping file.
   *
   * @param title null: it has faults
   * @param table null: it has faults
   * @param sha256 of its text
   * @param usable whether loads go through it
   */
  record MappingView(
      String id,
      String agency,
      @Nullable String title,
      @Nullable String table,
      String sha256,
      boolean usable) {}

  /**
   * What {@code pde check} says of a text.
   *
   * @param usable whether it may be saved
   */
  record CheckView(String id, boolean usable, List<MappingFault> faults) {
    CheckView {
      faults = List.copyOf(faults);
    }
  }

  /**
   * What was saved.
   *
   * @param version its number
   * @param fresh whether there was none before
   */
  record SavedView(String id, int version, String sha256, boolean fresh) {}

  @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  List<MappingView> all(Account me, HttpServletRequest request) {
    works(me);
    Language language = ApiDoors.language(request);
    MappingShelf shelf = city.workshop().shelf();
    Map<String, Mapping> usable = files.folder().mappings();
    return shelf.ids().stream()
        .map(
            id -> {
              Mapping mapping = usable.get(id);
              return new MappingView(
                  id,
                  id.substring(0, id.indexOf('/')),
                  mapping == null ? null : mapping.title().in(language),
                  mapping == null ? null : mapping.target().table(),
                  MappingShelf.digest(shelf.content(id)),
                  mapping != null);
            })
        .toList();
  }

  /** The text as it lies there; its tag is the SHA-256 that a change names. */
  @GetMapping(path = "/{agency}/{dataset}", produces = MediaType.APPLICATION_YAML_VALUE)
  ResponseEntity<String> one(
      @PathVariable("agency") String agency, @PathVariable("dataset") String dataset, Account me) {
    works(me);
    Optional<String> content = content(id(agency, dataset));
    return Tagged.of(MappingShelf.digest(content), content.orElseThrow(Problem::missing));
  }

  /** Checks a text as if it lay in this place; nothing is written. */
  @TakesYaml
  @PostMapping(path = "/{agency}/{dataset}/check", produces = MediaType.APPLICATION_JSON_VALUE)
  CheckView check(
      @PathVariable("agency") String agency,
      @PathVariable("dataset") String dataset,
      Account me,
      HttpServletRequest request)
      throws IOException {
    works(me);
    String id = id(agency, dataset);
    return checked(me, id, YamlBody.of(request), ApiDoors.language(request));
  }

  private CheckView checked(Account me, String id, String yaml, Language language) {
    Found found = city.workshop().checked(me.name(), id, yaml, files.folder());
    return new CheckView(
        id, found.mapping() != null, MappingFault.all(found.faults(), language, yaml));
  }

  /**
   * Saves a text without faults: {@code If-Match} with the tag of what it changes, or {@code
   * If-None-Match: *} for a new file. It is written whole or not at all, as the next version.
   */
  @TakesYaml
  @PutMapping(path = "/{agency}/{dataset}", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<SavedView> save(
      @PathVariable("agency") String agency,
      @PathVariable("dataset") String dataset,
      @RequestHeader(name = "If-Match", required = false) @Nullable String tag,
      @RequestHeader(name = "If-None-Match", required = false) @Nullable String none,
      @RequestParam(name = "note", defaultValue = "") String note,
      Account me,
      HttpServletRequest request)
      throws IOException {
    works(me);
    String id = id(agency, dataset);
    String base = MappingSaves.base(tag, none, content(id));
    String yaml = YamlBody.of(request);
    CheckView checked = checked(me, id, yaml, ApiDoors.language(request));
    if (!checked.usable()) {
      throw MappingProblems.faulty().with("faults", checked.faults());
    }
    return MappingSaves.saved(
        city, files, new Coming(id, base, yaml, me.name(), note, null), "mapping.change");
  }

  /** What lies in a place; a link or a folder there is no mapping. */
  private Optional<String> content(String id) {
    try {
      return city.workshop().shelf().content(id);
    } catch (IllegalArgumentException noFile) {
      throw Problem.missing();
    }
  }

  private static String id(String agency, String dataset) {
    return MappingShelf.id(agency, dataset).orElseThrow(Problem::missing);
  }

  private static void works(Account me) {
    if (!me.works()) {
      throw Problem.denied();
    }
  }
}
