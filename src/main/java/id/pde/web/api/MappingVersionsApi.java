package id.pde.web.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import id.pde.model.Language;
import id.pde.run.MappingFiles.Found;
import id.pde.run.account.Account;
import id.pde.run.studio.MappingHistory.Coming;
import id.pde.run.studio.MappingShelf;
import id.pde.run.studio.MappingVersion;
import id.pde.run.studio.MappingVersion.Kept;
import id.pde.run.studio.MappingVersion.Origin;
import id.pde.web.City;
import id.pde.web.Shelf;
import id.pde.web.api.MappingsApi.SavedView;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The numbered versions of a mapping; an old text comes back as a new version. For officers. */
@RestController
@RequestMapping(
    path = "/api/v1/mappings/{agency}/{dataset}/versions",
    produces = MediaType.APPLICATION_JSON_VALUE)
final class MappingVersionsApi {

  private final City city;
  private final Shelf files;

  MappingVersionsApi(City city, Shelf files) {
    this.city = city;
    this.files = files;
  }

  /**
   * A version.
   *
   * @param origin {@code saved} or {@code file}: changed outside PDE
   * @param who saved it; {@code file} where nobody did it through PDE
   * @param restored the version whose text was put back; null: none was
   * @param inForce whether loads go through it
   * @param yaml its text; null in a list
   */
  record VersionView(
      int version,
      String sha256,
      String at,
      String origin,
      String who,
      String note,
      @Nullable Integer restored,
      @JsonProperty("in_force") boolean inForce,
      @Nullable String yaml) {

    static VersionView of(MappingVersion version, boolean inForce, @Nullable String yaml) {
      return new VersionView(
          version.number(),
          version.sha256(),
          RunView.time(version.at()),
          version.origin().name().toLowerCase(Locale.ROOT),
          version.origin() == Origin.FILE ? "file" : version.who(),
          version.note(),
          version.restored(),
          inForce,
          yaml);
    }
  }

  /** All of them, the newest first; also of a mapping whose file was removed. */
  @GetMapping
  List<VersionView> all(
      @PathVariable("agency") String agency, @PathVariable("dataset") String dataset, Account me) {
    works(me);
    String id = id(agency, dataset);
    List<MappingVersion> versions = versions(id);
    int inForce = inForce(id, versions);
    return versions.stream()
        .map(version -> VersionView.of(version, version.number() == inForce, null))
        .toList();
  }

  @GetMapping("/{version}")
  VersionView one(
      @PathVariable("agency") String agency,
      @PathVariable("dataset") String dataset,
      @PathVariable("version") int version,
      Account me) {
    works(me);
    String id = id(agency, dataset);
    int inForce = inForce(id, versions(id));
    Kept kept = find(id, version);
    return VersionView.of(kept.version(), version == inForce, kept.content());
  }

  /**
   * Puts the text of a version back, as the next version: checked and held to {@code If-Match} like
   * any other save; {@code If-None-Match: *} where the file was removed.
   */
  @PostMapping("/{version}/restore")
  ResponseEntity<SavedView> restore(
      @PathVariable("agency") String agency,
      @PathVariable("dataset") String dataset,
      @PathVariable("version") int version,
      @RequestHeader(name = "If-Match", required = false) @Nullable String tag,
      @RequestHeader(name = "If-None-Match", required = false) @Nullable String none,
      @RequestParam(name = "note", defaultValue = "") String note,
      Account me,
      HttpServletRequest request) {
    works(me);
    String id = id(agency, dataset);
    Kept kept = find(id, version);
    String base = MappingSaves.base(tag, none, content(id));
    Language language = ApiDoors.language(request);
    Found found = city.workshop().checked(me.name(), id, kept.content(), files.folder());
    if (found.mapping() == null) {
      throw MappingProblems.faulty()
          .with("faults", MappingFault.all(found.faults(), language, kept.content()));
    }
    return MappingSaves.saved(
        city,
        files,
        new Coming(id, base, kept.content(), me.name(), note, version),
        "mapping.restore");
  }

  private List<MappingVersion> versions(String id) {
    List<MappingVersion> versions = city.workshop().history().of(id);
    if (versions.isEmpty()) {
      throw Problem.missing();
    }
    return versions;
  }

  /** The newest, where its file lies there; else 0. */
  private int inForce(String id, List<MappingVersion> versions) {
    return content(id).isPresent() ? versions.get(0).number() : 0;
  }

  private Kept find(String id, int version) {
    return city.workshop().history().find(id, version).orElseThrow(Problem::missing);
  }

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
