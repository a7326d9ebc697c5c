package id.pde.web.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some of a long list.
 *
 * @param page from 0
 * @param all how many there are
 * @param next the page behind it; null: it is the last
 */
public record Slice<T>(List<T> shown, int page, int all, @Nullable Integer next) {

  public Slice {
    shown = List.copyOf(shown);
  }

  /** A page behind the last one is the last one. */
  static <T> Slice<T> of(List<T> all, int page, int size) {
    int last = Math.max(0, (all.size() - 1) / size);
    int wanted = Math.max(0, Math.min(last, page));
    int from = wanted * size;
    List<T> shown = all.subList(from, Math.min(all.size(), from + size));
    return new Slice<>(shown, wanted, all.size(), wanted < last ? wanted + 1 : null);
  }
}
