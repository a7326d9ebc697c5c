package id.pde.mapping.cel;

import dev.cel.common.values.NullValue;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelVariableResolver;
import dev.cel.runtime.Program;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;

/** An expression that is evaluated row by row. One thread. */
public final class ReadyFormula {

  private static final Optional<Object> NOTHING = Optional.of(NullValue.NULL_VALUE);

  private final Program program;
  private final List<String> columns;
  private final int[] positions;

  /** What a name of the tree stands for: a column, a part of the period, a number. */
  private final Map<String, Slot> slots = new HashMap<>();

  private FormulaRow row = new FormulaRow();
  private final CelVariableResolver resolver = this::find;

  @FunctionalInterface
  private interface Slot {
    Optional<Object> of(FormulaRow row);
  }

  ReadyFormula(Program program, Formula.Uses uses, ToIntFunction<String> position) {
    this.program = program;
    this.columns = uses.columns();
    this.positions = columns.stream().mapToInt(position).toArray();
    for (int i = 0; i < positions.length; i++) {
      int at = positions[i];
      slots.put(columns.get(i), values -> optional(values.value(at)));
    }
    for (String part : Scope.PERIOD_PARTS.keySet()) {
      slots.put(part, values -> optional(values.period(part)));
    }
    uses.decimals()
        .forEach(
            (name, number) -> {
              Optional<Object> constant = Optional.of(number);
              slots.put(name, values -> constant);
            });
  }

  /** Never throws for what the row holds. */
  public Answer evaluate(FormulaRow values) {
    row = values;
    try {
      return Answer.of(program.eval(resolver));
    } catch (CelEvaluationException failure) {
      return FormulaFailures.explain(failure, this);
    }
  }

  /** As {@link #evaluate}, for a condition: neither yes nor no is no answer. */
  public Answer decide(FormulaRow values) {
    Answer answer = evaluate(values);
    return answer instanceof Answer.Value known && known.value() == null
        ? FormulaFailures.missing(this)
        : answer;
  }

  /** The positions of the columns that it names, in the order of the text. */
  int[] positions() {
    return positions;
  }

  /** The first of its columns that is empty in the row at hand. */
  Optional<String> firstEmpty() {
    for (int i = 0; i < positions.length; i++) {
      if (row.value(positions[i]) == null) {
        return Optional.of(columns.get(i));
      }
    }
    return Optional.empty();
  }

  private Optional<Object> find(String name) {
    Slot slot = slots.get(name);
    return slot == null ? Optional.empty() : slot.of(row);
  }

  private static Optional<Object> optional(@org.jspecify.annotations.Nullable Object value) {
    return value == null ? NOTHING : Optional.of(value);
  }
}
