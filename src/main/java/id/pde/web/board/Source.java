package id.pde.web.board;

import id.pde.model.Text;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a figure comes from.
 *
 * @param dataset its id
 * @param agency by its name
 * @param loaded when the newest load that stands ended; null: nothing was loaded
 * @param period of that load; null: it has none
 */
public record Source(
    String dataset, Text title, String agency, @Nullable Instant loaded, @Nullable String period) {}
