package id.pde.run;

import id.pde.codes.CodeLists;
import id.pde.mapping.Mapping;
import id.pde.model.Issue;
import id.pde.run.Warehouse.Publication;
import id.pde.run.check.CheckResult;
import id.pde.run.check.DeliveryWatch;
import id.pde.run.check.RowFinding;
import id.pde.run.check.RowFindings;
import java.util.ArrayList;
import java.util.List;

/** The checks of one delivery, from its first row to what came of them. */
final class CheckedDelivery {

  private final LoadRequest request;
  private final Ledger ledger;
  private final DeliveryWatch watch;

  CheckedDelivery(LoadRequest request, CodeLists codes, Ledger ledger) {
    this.request = request;
    this.ledger = ledger;
    this.watch = new DeliveryWatch(request.mapping(), codes, request.delivery().name());
  }

  DeliveryWatch watch() {
    return watch;
  }

  /** Tells what does not hold; of a delivery that is refused already nothing. */
  void judge(Publication publication, RowTally tally) {
    Mapping mapping = request.mapping();
    if (mapping.checks().isEmpty() || !tally.issues().refusals().isEmpty()) {
      return;
    }
    List<CheckResult> results = new ArrayList<>();
    // Rows that waited are no whole delivery: sums of them say nothing.
    if (request.rejectsOf() == null) {
      results.addAll(
          watch.end(name -> ledger.checkedBefore(mapping.id(), name), tally.issues()::add));
    }
    RowFindings words = new RowFindings(mapping);
    for (RowFinding finding : publication.findings()) {
      results.add(RowFindings.result(finding));
      if (!finding.comparable()) {
        tally.issues().add(words.nothingToCompare(finding, request.delivery().name()));
        continue;
      }
      List<Issue> issues = words.issues(finding);
      issues.forEach(tally.issues()::add);
      if (finding.faults() > issues.size() && !issues.isEmpty()) {
        tally.issues().more(issues.get(0), finding.faults() - issues.size());
      }
    }
    tally.checked(results);
  }
}
