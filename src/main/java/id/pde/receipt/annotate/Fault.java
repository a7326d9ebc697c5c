package id.pde.receipt.annotate;

import id.pde.model.Issue;
import id.pde.model.Language;
import id.pde.model.Severity;

/**
 * One issue at the place where the sheet that PDE gives back shows it.
 *
 * @param sheet its name; empty: the delivery as a whole
 * @param row from 1; 0: the sheet as a whole
 * @param column from 1; 0: the row as a whole
 */
record Fault(String sheet, int row, int column, Issue issue) {

  /** As others see it. */
  MarkedCell cell(Language language) {
    return new MarkedCell(
        sheet,
        row,
        column,
        issue.code(),
        issue.severity(),
        issue.column(),
        FaultWords.message(issue, language),
        issue.fix());
  }

  boolean isWarning() {
    return issue.severity() == Severity.WARN;
  }
}
