package id.pde.mapping.cel;

import dev.cel.common.values.NullValue;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.Program;
import id.pde.model.Text;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A checked yes-or-no expression over texts. Immutable; may be used by several threads. */
public final class Expression {

  private static final Result YES = new Result.Answer(true);
  private static final Result NO = new Result.Answer(false);
  private static final Optional<Object> NOTHING = Optional.of(NullValue.NULL_VALUE);

  private final Program program;
  private final List<String> names;
  private final Map<String, Integer> positions = new HashMap<>();

  Expression(Program program, List<String> variables) {
    this.program = program;
    this.names = variables.stream().map(FreeNames::shown).toList();
    for (int i = 0; i < variables.size(); i++) {
      positions.put(variables.get(i), i);
    }
  }

  /** What came of one evaluation. */
  public sealed interface Result {
    /** Yes or no. */
    record Answer(boolean yes) implements Result {}

    /** Neither: the values at hand do not fit. Names no value. */
    record Failed(Text message, Text fix) implements Result {}
  }

  /** The names of the texts that it needs, as written, each once. */
  public List<String> names() {
    return names;
  }

  /**
   * Never throws for what the texts hold.
   *
   * @param texts in the order of {@link #names}; null: nothing there
   */
  public Result evaluate(@Nullable String[] texts) {
    try {
      Object answer = program.eval(name -> find(name, texts));
      return Boolean.TRUE.equals(answer) ? YES : NO;
    } catch (CelEvaluationException failure) {
      return EvaluationFailures.explain(failure);
    }
  }

  private Optional<Object> find(String name, @Nullable String[] texts) {
    Integer position = positions.get(name);
    if (position == null) {
      return Optional.empty();
    }
    String found = texts[position];
    return found == null ? NOTHING : Optional.of(found);
  }
}
