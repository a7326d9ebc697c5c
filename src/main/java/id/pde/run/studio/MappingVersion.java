package id.pde.run.studio;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A version of a mapping file. Its number never gets another meaning.
 *
 * @param number from 1, without gaps
 * @param sha256 of its text
 * @param at when it was saved, or first seen
 * @param who saved it; empty: the file was changed outside PDE
 * @param note why, as it was written; empty: it was not
 * @param restored the number of the version whose text was put back; null: none was
 */
public record MappingVersion(
    String mapping,
    int number,
    String sha256,
    Instant at,
    Origin origin,
    String who,
    String note,
    @Nullable Integer restored) {

  /** The start of the digest, as pages show it. */
  public String shortDigest() {
    return sha256.substring(0, Math.min(12, sha256.length()));
  }

  /** As the audit names it. */
  public String act() {
    return "version " + number + ", " + shortDigest();
  }

  /** How a version came to be. */
  public enum Origin {
    /** Through the console or the API. */
    SAVED,
    /** In the folder, by hand or by version control. */
    FILE
  }

  /** A version with its text. */
  public record Kept(MappingVersion version, String content) {}

  /**
   * A version that gets its number.
   *
   * @param note one line, at most {@link #NOTE} characters
   */
  public record Fresh(
      String sha256,
      String content,
      Origin origin,
      String who,
      String note,
      @Nullable Integer restored) {

    static Fresh file(String content, String sha256) {
      return new Fresh(sha256, content, Origin.FILE, "", "", null);
    }
  }

  /** So long a note may be. */
  public static final int NOTE = 300;
}
