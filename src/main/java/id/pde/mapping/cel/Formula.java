package id.pde.mapping.cel;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.runtime.CelEvaluationException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;

/** A checked expression over the values of a record. Immutable; may be used by several threads. */
public final class Formula {

  private final String text;
  private final CelAbstractSyntaxTree tree;
  private final Scope scope;
  private final ValueKind kind;
  private final Uses uses;

  /**
   * What an expression names.
   *
   * @param columns in the order of the text
   * @param codeLists that its functions look into
   * @param decimals that it writes out, by their name in the tree
   */
  record Uses(
      List<String> columns, boolean period, Set<String> codeLists, Map<String, Exact> decimals) {
    Uses {
      columns = List.copyOf(columns);
      codeLists = Set.copyOf(codeLists);
      decimals = Map.copyOf(decimals);
    }
  }

  Formula(String text, CelAbstractSyntaxTree tree, Scope scope, ValueKind kind, Uses uses) {
    this.text = text;
    this.tree = tree;
    this.scope = scope;
    this.kind = kind;
    this.uses = uses;
  }

  /** As it is written. */
  public String text() {
    return text;
  }

  /** What comes of it. */
  public ValueKind kind() {
    return kind;
  }

  /** The columns that it names, each once, in the order of the text. */
  public List<String> columns() {
    return uses.columns();
  }

  /** Whether it names the period of the row. */
  public boolean usesPeriod() {
    return uses.period();
  }

  /** The code lists that it looks into. */
  public Set<String> codeLists() {
    return uses.codeLists();
  }

  /**
   * Makes it ready for the rows of one table.
   *
   * @param position of a column among the values of a row
   */
  public ReadyFormula ready(ToIntFunction<String> position, CodeSource codes) {
    try {
      return new ReadyFormula(
          FormulaCompiler.runtime(scope, codes).createProgram(tree), uses, position);
    } catch (CelEvaluationException fault) {
      // The compiler has planned the same tree before.
      throw new IllegalStateException("an expression that was checked cannot be evaluated", fault);
    }
  }
}
