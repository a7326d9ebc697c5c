package id.pde.run;

import id.pde.codes.Code;
import id.pde.codes.Suggestion;
import id.pde.normalise.Tidy;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A value of a code list over all runs that met it.
 *
 * @param levels that its columns ask for; empty: any
 * @param rows how many hold it
 * @param waiting how many of them wait in quarantine; the others were loaded without a code
 * @param columns {@code <mapping>.<column>}
 * @param runs whose rows are still to be read again, oldest first
 * @param known the code that it finds by now, for somebody decided it; null: none
 * @param suggestions the likeliest first
 */
public record Undecided(
    String list,
    String value,
    List<String> levels,
    long rows,
    long waiting,
    Set<String> agencies,
    Set<String> columns,
    List<Long> runs,
    @Nullable Code known,
    List<Suggestion> suggestions) {

  public Undecided {
    levels = List.copyOf(levels);
    agencies = Set.copyOf(agencies);
    columns = Set.copyOf(columns);
    runs = List.copyOf(runs);
    suggestions = List.copyOf(suggestions);
  }

  /** Whether a value is this one, as a delivery spells it. */
  public boolean isSpelt(String delivered) {
    return value.equals(Tidy.word(delivered));
  }
}
