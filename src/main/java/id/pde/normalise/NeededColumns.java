package id.pde.normalise;

import id.pde.mapping.Mapping;
import id.pde.mapping.cel.Formula;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The columns that a formula and its condition name, each once, those of the formula first. */
final class NeededColumns {

  private final int[] positions;
  private final boolean period;

  NeededColumns(Mapping mapping, Formula formula, @Nullable Formula when) {
    List<Formula> both = Stream.of(formula, when).filter(Objects::nonNull).toList();
    Set<String> names = new LinkedHashSet<>();
    both.forEach(one -> names.addAll(one.columns()));
    positions = names.stream().mapToInt(mapping::column).toArray();
    period = both.stream().anyMatch(Formula::usesPeriod);
  }

  int[] positions() {
    return positions;
  }

  boolean period() {
    return period;
  }

  /** Whether one of them has no value because of a fault that is told already. */
  boolean atFault(RowSoFar row) {
    for (int position : positions) {
      if (row.isFaulty(position)) {
        return true;
      }
    }
    return false;
  }
}
