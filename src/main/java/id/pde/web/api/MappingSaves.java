package id.pde.web.api;

import id.pde.model.Text;
import id.pde.run.studio.MappingHistory.Coming;
import id.pde.run.studio.MappingHistory.Entered;
import id.pde.run.studio.MappingShelf;
import id.pde.run.studio.MappingShelf.Saved;
import id.pde.run.studio.MappingVersion;
import id.pde.web.City;
import id.pde.web.Shelf;
import id.pde.web.api.MappingsApi.SavedView;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** Saves of mappings: over what was seen only, noted, and told with the new tag. */
final class MappingSaves {

  private MappingSaves() {}

  /** The digest of what the program saw; empty: it saw none. */
  static String base(@Nullable String tag, @Nullable String none, Optional<String> now) {
    if (tag != null && none == null) {
      boolean any = tag.strip().equals("*") && now.isPresent();
      return any ? MappingShelf.digest(now) : Tagged.bare(tag);
    }
    if (tag == null && none != null && none.strip().equals("*")) {
      return "";
    }
    throw new Problem(
        HttpStatus.PRECONDITION_REQUIRED,
        "mapping.condition",
        new Text(
            "Simpan memerlukan If-Match dengan tag yang dibaca, atau If-None-Match: * untuk yang baru",
            "Saving takes If-Match with the tag that was read, or If-None-Match: * for a new one"),
        new Text("baca dahulu pemetaannya", "read the mapping first"));
  }

  /**
   * Saves a text that was checked.
   *
   * @param act as the audit calls it where a file lay there before
   */
  static ResponseEntity<SavedView> saved(City city, Shelf files, Coming coming, String act) {
    String id = coming.mapping();
    Entered entered = city.workshop().history().save(coming);
    MappingVersion version = entered.version();
    if (entered.saved() instanceof Saved.Placed placed && version != null) {
      files.renew();
      boolean adds = placed.fresh() && coming.restored() == null;
      city.acts().note(coming.who(), adds ? "mapping.add" : act, "mapping " + id, version.act());
      return ResponseEntity.status(placed.fresh() ? HttpStatus.CREATED : HttpStatus.OK)
          .header(HttpHeaders.ETAG, '"' + placed.sha256() + '"')
          .body(new SavedView(id, version.number(), placed.sha256(), placed.fresh()));
    }
    if (entered.saved() instanceof Saved.Changed changed) {
      Optional<String> now = Optional.of(changed.content()).filter(text -> !text.isEmpty());
      throw MappingProblems.changed().with("sha256", MappingShelf.digest(now));
    }
    city.acts().note(coming.who(), "mapping.refused", "mapping " + id, "read-only");
    throw MappingProblems.readOnly();
  }
}
