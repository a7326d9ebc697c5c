package id.pde.normalise;

import id.pde.codes.CodeLists;
import id.pde.mapping.Mapping;
import id.pde.mapping.RecordRules.Deletion;
import id.pde.mapping.cel.CodeSource;
import id.pde.mapping.cel.FormulaRow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Calculates derived columns and looks at the rules of a record. One thread. */
final class RecordFormulas {

  private final List<DerivedColumn> derived;
  private final List<RuleCheck> rules;
  private final FormulaRow view = new FormulaRow();
  private final @Nullable DeletionMark deletion;

  RecordFormulas(Mapping mapping, CodeLists codes, Column[] columns, RowSoFar row) {
    CodeSource source = new PeriodCodes(codes, row);
    derived =
        mapping.records().derivations().stream()
            .map(one -> new DerivedColumn(mapping, one, columns, source))
            .toList();
    rules =
        mapping.records().rules().stream()
            .map(one -> new RuleCheck(mapping, one, columns, source))
            .toList();
    Deletion marks = mapping.records().deletion();
    deletion = marks == null ? null : new DeletionMark(mapping, marks, columns, source);
  }

  /** Fills the derived columns. */
  void derive(RowSoFar row, Findings findings) {
    if (!derived.isEmpty()) {
      view.start(row.values(), row.period());
      for (DerivedColumn column : derived) {
        column.fill(row, view, findings);
      }
    }
  }

  /** Whether the row deletes the one of its key. */
  boolean deletes(RowSoFar row, Findings findings) {
    if (deletion == null) {
      return false;
    }
    view.start(row.values(), row.period());
    return deletion.holds(row, view, findings);
  }

  /** Adds what breaks a rule. */
  void check(RowSoFar row, Findings findings) {
    if (!rules.isEmpty()) {
      view.start(row.values(), row.period());
      // What the columns said before: one broken rule does not silence the next.
      boolean dated = !findings.rejected() || row.period() != null;
      for (RuleCheck rule : rules) {
        rule.look(row, view, dated, findings);
      }
    }
  }
}
