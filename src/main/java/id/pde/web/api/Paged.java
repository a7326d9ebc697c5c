package id.pde.web.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some of a list.
 *
 * @param next what to ask for to go on, as {@code before}; null: this was all
 */
record Paged<T>(List<T> items, @Nullable Long next) {
  Paged {
    items = List.copyOf(items);
  }
}
