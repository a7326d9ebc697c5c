package id.pde.mapping;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What else a column says of the code that its values mean.
 *
 * @param levels that it may have; where a name fits several, the first counts; empty: any
 * @param parentColumn the column of the same mapping that holds a code above it; null: none
 * @param parentCode a code above it; null: none
 * @param system whose codes the values are, such as {@code bps}; null: the list's own
 * @param similar the likeness, over 0 and below 1, from which on a value is taken for the code it
 *     is like; null: never
 */
public record Narrowing(
    List<String> levels,
    @Nullable String parentColumn,
    @Nullable String parentCode,
    @Nullable String system,
    @Nullable BigDecimal similar) {

  public static final Narrowing NONE = new Narrowing(List.of(), null, null, null, null);

  public Narrowing {
    levels = List.copyOf(levels);
  }
}
