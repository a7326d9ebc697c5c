package id.pde.normalise.protect;

import id.pde.mapping.ColumnSpec;
import id.pde.mapping.ColumnSpec.Protect;
import id.pde.mapping.Mapping;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Applies the {@code protect} of every column to the values of a record: the last thing that is
 * done to them before they leave the checks. One thread at a time.
 */
public final class Protection {

  private final List<Step> steps;

  private record Step(int column, Change change) {}

  private interface Change {
    @Nullable Object of(Object value);
  }

  private Protection(List<Step> steps) {
    this.steps = steps;
  }

  public static Protection of(Mapping mapping, Pseudonyms pseudonyms) {
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < mapping.columns().size(); i++) {
      ColumnSpec column = mapping.columns().get(i);
      if (column.protect() != Protect.NONE) {
        steps.add(new Step(i, change(column, pseudonyms)));
      }
    }
    return new Protection(steps);
  }

  /** Whether a mapping asks for pseudonyms, and so for a key. */
  public static boolean needsKey(Mapping mapping) {
    return mapping.columns().stream().anyMatch(column -> column.protect() == Protect.HMAC);
  }

  /** Puts what may be kept in the place of the values, one per column of the mapping. */
  public void apply(@Nullable Object[] values) {
    for (Step step : steps) {
      Object value = values[step.column];
      if (value != null) {
        values[step.column] = step.change.of(value);
      }
    }
  }

  private static Change change(ColumnSpec column, Pseudonyms pseudonyms) {
    return switch (column.protect()) {
      case NONE -> value -> value;
      case DROP -> value -> null;
      case SCRUB -> value -> Scrub.text((String) value);
      case MASK -> {
        boolean names = Mask.isOfNames(column);
        yield value -> Mask.of(column.type(), names, value);
      }
      case HMAC -> {
        Pseudonyms.Naming naming = pseudonyms.naming();
        String kind = Canonical.kind(column);
        yield value -> naming.of(kind, Canonical.text(value));
      }
    };
  }
}
