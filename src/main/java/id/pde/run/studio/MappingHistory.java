package id.pde.run.studio;

import id.pde.run.studio.MappingShelf.Saved;
import id.pde.run.studio.MappingVersion.Fresh;
import id.pde.run.studio.MappingVersion.Kept;
import id.pde.run.studio.MappingVersion.Origin;
import id.pde.run.studio.MappingVersions.Book;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Mapping files and their numbered versions, held together: what is saved gets a number in the same
 * turn, and what was changed in the folder gets one when it is seen. Safe for use by many threads
 * and nodes.
 */
public final class MappingHistory {

  private static final int LONGEST = 1_000_000;

  private final MappingShelf shelf;
  private final MappingVersions versions;

  /**
   * Digests as this process last saw them in the folder. Only what changes there since is news:
   * where two nodes differ in their folders, they would otherwise note each other's text for ever.
   */
  private final Map<String, String> looked = new ConcurrentHashMap<>();

  public MappingHistory(MappingShelf shelf, MappingVersions versions) {
    this.shelf = shelf;
    this.versions = versions;
  }

  /**
   * A text on its way into its place.
   *
   * @param base digest of what was opened; empty: nothing lay there
   * @param note why; empty: nobody says
   * @param restored the version whose text it is; null: it is a new one
   */
  public record Coming(
      String mapping,
      String base,
      String yaml,
      String who,
      String note,
      @Nullable Integer restored) {}

  /**
   * What became of it.
   *
   * @param version the one that is in force now; null: it was not saved
   */
  public record Entered(Saved saved, @Nullable MappingVersion version) {}

  /** The versions of a mapping, the newest first, with what lies in the folder now. */
  public List<MappingVersion> of(String mapping) {
    List<MappingVersion> known = versions.of(mapping);
    Optional<String> now = text(mapping);
    String newest = known.isEmpty() ? "" : known.get(0).sha256();
    return now.isPresent() && look(mapping, MappingShelf.digest(now), newest)
        ? versions.of(mapping)
        : known;
  }

  /** Whether the folder has news of a mapping, which are noted then. */
  private boolean look(String mapping, String digest, String newest) {
    if (digest.equals(looked.get(mapping))) {
      return false;
    }
    boolean news = !digest.equals(newest);
    if (news) {
      Optional<MappingVersion> unused = versions.alone(mapping, book -> seen(mapping, book));
    }
    looked.put(mapping, digest);
    return news;
  }

  /** A version with its text. */
  public Optional<Kept> find(String mapping, int number) {
    return versions.find(mapping, number);
  }

  /** The version that a run used; empty: no mapping took its delivery. */
  public Optional<Integer> ofRun(long run) {
    return versions.ofRun(run);
  }

  /** Notes what was changed in the folder since it was last looked at. */
  public void seeAll() {
    Map<String, String> newest = versions.newest();
    for (String id : shelf.ids()) {
      Optional<String> now = text(id);
      if (now.isPresent()) {
        look(id, MappingShelf.digest(now), newest.getOrDefault(id, ""));
      }
    }
  }

  /** Within the turn: what lies there may be another text by now. */
  private Optional<MappingVersion> seen(String mapping, Book book) {
    Optional<MappingVersion> newest = book.newest();
    Optional<String> now = text(mapping);
    String digest = MappingShelf.digest(now);
    boolean known = newest.isPresent() && newest.get().sha256().equals(digest);
    return now.isEmpty() || known ? newest : Optional.of(book.add(Fresh.file(now.get(), digest)));
  }

  /** What is no text that a mapping could be has no version. */
  private Optional<String> text(String mapping) {
    try {
      return shelf
          .content(mapping)
          .filter(text -> text.length() <= LONGEST && text.indexOf('\0') < 0);
    } catch (UncheckedIOException | IllegalArgumentException noText) {
      return Optional.empty();
    }
  }

  /** Saves a text as the next version; the same text once more is no new one. */
  public Entered save(Coming coming) {
    return versions.alone(
        coming.mapping(),
        book -> {
          Optional<MappingVersion> before = seen(coming.mapping(), book);
          Saved saved = shelf.save(coming.mapping(), coming.base(), coming.yaml());
          if (!(saved instanceof Saved.Placed placed)) {
            return new Entered(saved, null);
          }
          looked.put(coming.mapping(), placed.sha256());
          MappingVersion now =
              before
                  .filter(newest -> newest.sha256().equals(placed.sha256()))
                  .orElseGet(() -> book.add(fresh(coming, placed)));
          return new Entered(saved, now);
        });
  }

  private static Fresh fresh(Coming coming, Saved.Placed placed) {
    String line = coming.note().replaceAll("\\p{Cntrl}+", " ").strip();
    String note =
        line.codePointCount(0, line.length()) <= MappingVersion.NOTE
            ? line
            : line.substring(0, line.offsetByCodePoints(0, MappingVersion.NOTE));
    return new Fresh(
        placed.sha256(), coming.yaml(), Origin.SAVED, coming.who(), note, coming.restored());
  }
}
