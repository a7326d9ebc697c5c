package id.pde.app;

import id.pde.model.Issue;
import id.pde.model.Issue.Advice;
import id.pde.model.Severity;
import id.pde.run.PanelFolder;
import id.pde.run.board.Panel;
import id.pde.warehouse.question.SingleStatement;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with panels as far as no database is needed to see it. */
final class PanelCheck {

  private PanelCheck() {}

  static List<Issue> faults(PanelFolder folder) {
    List<Issue> faults = new ArrayList<>(folder.faults());
    for (Panel panel : folder.panels()) {
      Issue fault = SingleStatement.fault(panel.statement());
      if (fault != null) {
        // The same words, at the place in the file.
        faults.add(
            Issue.of(
                fault.code(),
                Severity.REFUSE,
                panel.sql(),
                new Advice("sql", fault.message(), fault.fix())));
      }
    }
    return faults;
  }
}
