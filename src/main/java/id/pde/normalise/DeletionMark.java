package id.pde.normalise;

import id.pde.mapping.Mapping;
import id.pde.mapping.RecordRules.Deletion;
import id.pde.mapping.cel.Answer;
import id.pde.mapping.cel.CodeSource;
import id.pde.mapping.cel.FormulaRow;
import id.pde.mapping.cel.ReadyFormula;
import id.pde.model.Issue.Advice;
import id.pde.model.Severity;
import id.pde.model.Text;
import org.jspecify.annotations.Nullable;

/** {@code delete-when}: which rows say that the row of their key is to be deleted. */
final class DeletionMark {

  private final ReadyFormula when;
  private final NeededColumns needed;
  private final String rule;
  private final @Nullable Column anchor;

  DeletionMark(Mapping mapping, Deletion deletion, Column[] columns, CodeSource codes) {
    when = deletion.when().ready(mapping::column, codes);
    needed = new NeededColumns(mapping, deletion.when(), null);
    rule = "target.delete-when at " + deletion.place().shown();
    int[] positions = needed.positions();
    anchor = positions.length == 0 ? null : columns[positions[0]];
  }

  /** A condition without an answer deletes nothing: the row is rejected. */
  boolean holds(RowSoFar row, FormulaRow view, Findings findings) {
    if (needed.atFault(row)) {
      return false;
    }
    Answer answer = when.evaluate(view);
    if (answer instanceof Answer.Failed failed) {
      findings.broken(
          anchor,
          Severity.REJECT,
          "delete-when.failed",
          new Advice(
              rule,
              new Text(
                  "tidak jelas apakah baris ini menghapus: " + failed.message().id(),
                  "whether this row deletes has no answer: " + failed.message().en()),
              failed.fix()));
      return false;
    }
    return answer.equals(Answer.YES);
  }
}
