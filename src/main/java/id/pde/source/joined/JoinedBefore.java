package id.pde.source.joined;

import id.pde.mapping.SourceSpec;
import java.lang.ref.SoftReference;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The corrections that were found last: a run reads its delivery several times. Archived bytes
 * never change under their name, so they hold. Safe for use by several threads.
 */
public final class JoinedBefore {

  private volatile @Nullable SoftReference<Found> last;

  /** Of which bytes, and read in which way. */
  public record Key(Path file, List<Path> over, SourceSpec source) {
    public Key {
      over = List.copyOf(over);
    }
  }

  private record Found(Key key, Corrections corrections) {}

  /** Null: others were found last. */
  public @Nullable Corrections of(Key key) {
    SoftReference<Found> held = last;
    Found found = held == null ? null : held.get();
    return found != null && found.key().equals(key) ? found.corrections() : null;
  }

  /** Keeps them. */
  public void keep(Key key, Corrections corrections) {
    last = new SoftReference<>(new Found(key, corrections));
  }
}
