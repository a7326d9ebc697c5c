package id.pde.cli;

import id.pde.model.Counts;
import id.pde.model.Issue;
import id.pde.model.Text;
import id.pde.run.Approval;
import id.pde.run.IssueText;
import id.pde.run.Plan;
import id.pde.run.ReportJson;
import id.pde.run.RunReport;
import id.pde.run.RunReport.IssueCount;
import id.pde.run.check.CheckResult;
import id.pde.run.check.CheckResult.Verdict;
import id.pde.run.resubmit.RepairWords;
import id.pde.run.resubmit.Resubmission;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A run as people read it: the sentence, the balance, the issues by kind. */
final class ReportPrinter {

  /** More than these are not read on a terminal; the JSON and the rejects have them all. */
  private static final int REASONS = 10;

  private final Output console;

  ReportPrinter(Output console) {
    this.console = console;
  }

  /** The runs of one delivery; as JSON one object, or an array where there are several. */
  void print(List<RunReport> reports, boolean json) {
    if (reports.size() == 1) {
      print(reports.get(0), json);
      return;
    }
    if (json) {
      JsonArray array = new JsonArray(console.out());
      array.begin();
      reports.forEach(
          report ->
              array.add(out -> out.writeRawValue(ReportJson.text(report, console.language()))));
      array.end();
      return;
    }
    for (RunReport report : reports) {
      print(report, false);
      console.out().println();
    }
  }

  void print(RunReport report, boolean json) {
    if (json) {
      console.out().println(ReportJson.text(report, console.language()));
      return;
    }
    console.out().println(console.in(report.message()));
    label(new Text("run", "run"), report.run() == 0 ? "-" : Long.toString(report.run()));
    label(new Text("hasil", "outcome"), report.outcome().code());
    label(
        new Text("pemetaan", "mapping"),
        report.unassigned() ? "-" : report.mapping() + " -> warehouse." + report.table());
    label(new Text("berkas", "file"), Printable.name(report.source().place()));
    label(new Text("sha-256", "sha-256"), report.source().sha256());
    resubmission(report);
    undo(report);
    approval(report);
    if (report.period() != null) {
      label(new Text("periode", "period"), report.period().text());
    }
    balance(report.counts());
    checks(report);
    Plan plan = report.plan();
    if (plan != null) {
      label(new Text("rencana", "plan"), plan.hash());
      new ChangesPrinter(console).print(plan.changes(), report.counts());
    }
    issues(report);
  }

  private void resubmission(RunReport report) {
    Resubmission what = report.source().resubmission();
    if (what != null && what.number() > 0) {
      label(new Text("kiriman", "sent"), Printable.name(console.in(RepairWords.of(what))));
    }
  }

  private void undo(RunReport report) {
    if (report.undo().of() != null) {
      label(new Text("batalkan", "undoes"), "run " + report.undo().of());
    }
    if (report.undo().by() != null) {
      label(new Text("dibatalkan", "undone by"), "run " + report.undo().by());
    }
  }

  private void approval(RunReport report) {
    Approval approval = report.approval();
    if (approval == null) {
      return;
    }
    if (!approval.askedBy().isEmpty()) {
      label(new Text("diminta", "asked by"), Printable.name(approval.askedBy()));
    }
    Approval.Decision decision = approval.decision();
    if (decision != null) {
      String why = decision.reason().isEmpty() ? "" : ": " + Printable.name(decision.reason());
      label(decision.verdict().text(), Printable.name(decision.by()) + why);
    } else if (report.run() != 0) {
      label(new Text("rencana", "plan"), approval.plan());
    }
  }

  private void balance(Counts counts) {
    label(
        new Text("neraca", "balance"),
        console
            .in(
                new Text(
                    "%d dibaca = %d diterima + %d ditolak + %d disaring",
                    "%d read = %d accepted + %d rejected + %d filtered"))
            .formatted(counts.read(), counts.accepted(), counts.rejected(), counts.filtered()));
    label(
        new Text("", ""),
        console
            .in(
                new Text(
                    "%d diterima = %d baru + %d berubah + %d tetap; %d dihapus, %d dengan peringatan",
                    "%d accepted = %d inserted + %d updated + %d unchanged; %d deleted, %d warned"))
            .formatted(
                counts.accepted(),
                counts.inserted(),
                counts.updated(),
                counts.unchanged(),
                counts.deleted(),
                counts.warned()));
  }

  private void checks(RunReport report) {
    List<CheckResult> checks = report.checks();
    if (checks.isEmpty()) {
      return;
    }
    String broken = names(checks, Verdict.BROKEN);
    String open = names(checks, Verdict.OPEN);
    long held = checks.stream().filter(check -> check.verdict() == Verdict.HELD).count();
    String all =
        console
            .in(new Text("%d dari %d terpenuhi", "%d of %d hold"))
            .formatted(held, checks.size());
    String not = broken.isEmpty() ? "" : console.in(new Text("; tidak: ", "; not: ")) + broken;
    String without =
        open.isEmpty()
            ? ""
            : console.in(new Text("; tanpa pembanding: ", "; nothing to compare: ")) + open;
    label(new Text("periksa", "checks"), all + not + without);
  }

  private static String names(List<CheckResult> checks, Verdict verdict) {
    return checks.stream()
        .filter(check -> check.verdict() == verdict)
        .map(CheckResult::name)
        .collect(Collectors.joining(", "));
  }

  private void issues(RunReport report) {
    if (report.issues().isEmpty()) {
      return;
    }
    console.out().println();
    Table table = new Table(console.out());
    boolean indonesian = console.language() == id.pde.model.Language.ID;
    table.row(
        indonesian ? "jumlah" : "count",
        indonesian ? "tingkat" : "severity",
        indonesian ? "kode" : "code",
        indonesian ? "kolom" : "column",
        indonesian ? "contoh" : "example");
    for (IssueCount issue : report.issues()) {
      @Nullable String value = issue.exampleValue();
      table.row(
          Long.toString(issue.count()),
          issue.severity().name().toLowerCase(Locale.ROOT),
          issue.code(),
          issue.column() == null ? "" : issue.column(),
          issue.example() + (value == null ? "" : ": \"" + Printable.name(value) + "\""));
    }
    table.print();
    reasons(report);
  }

  /** What each kind of issue means and how to put it right, told by its first case. */
  private void reasons(RunReport report) {
    Set<String> told = new HashSet<>();
    for (Issue issue : report.details()) {
      if (told.size() < REASONS && told.add(issue.code() + " " + issue.column())) {
        console.out().println();
        console.out().println(IssueText.block(issue, console.language()));
      }
    }
  }

  private void label(Text label, String value) {
    console.out().println("  %-9s %s".formatted(console.in(label), value));
  }
}
