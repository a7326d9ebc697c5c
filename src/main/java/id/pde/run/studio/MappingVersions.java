package id.pde.run.studio;

import id.pde.run.studio.MappingVersion.Fresh;
import id.pde.run.studio.MappingVersion.Kept;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the warehouse keeps of mapping files: versions that are only added to. Every method throws
 * {@link id.pde.run.TargetUnavailable} when the database is away.
 */
public interface MappingVersions {

  /** The versions of a mapping, the newest first; none where it has none. */
  List<MappingVersion> of(String mapping);

  /** A version with its text. */
  Optional<Kept> find(String mapping, int number);

  /** The version that a run used; empty: no mapping took its delivery. */
  Optional<Integer> ofRun(long run);

  /** The digest of the newest version, by mapping. */
  Map<String, String> newest();

  /** Does something while nobody else, on any node, adds a version of this mapping. */
  <T> T alone(String mapping, Turn<T> turn);

  /** What is done alone; where it throws, nothing was added. */
  interface Turn<T> {
    T with(Book book);
  }

  /** The versions of one mapping, in the hand of one. */
  interface Book {

    Optional<MappingVersion> newest();

    /** Adds a version under the next number. */
    MappingVersion add(Fresh fresh);
  }
}
