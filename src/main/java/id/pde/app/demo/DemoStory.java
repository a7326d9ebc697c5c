package id.pde.app.demo;

import id.pde.cli.Output;
import id.pde.model.Counts;
import id.pde.model.Issue;
import id.pde.model.Text;
import id.pde.run.IssueText;
import id.pde.run.Ledger;
import id.pde.run.RunReport;
import java.io.PrintWriter;
import java.util.List;

/** What the demo prints: every run with its balance, and every rejected row with its reasons. */
final class DemoStory {

  private final Output output;
  private final Ledger ledger;

  DemoStory(Output output, Ledger ledger) {
    this.output = output;
    this.ledger = ledger;
  }

  void tell(List<RunReport> runs) {
    PrintWriter out = output.out();
    for (RunReport run : runs) {
      Counts counts = run.counts();
      out.println();
      out.printf(
          "run %d  %s  %s  %s%n",
          run.run(), run.outcome().code(), run.mapping(), run.source().name());
      out.printf(
          "  %s%n",
          line(
              new Text(
                  "%d dibaca = %d diterima + %d ditolak + %d disaring; %d dengan peringatan",
                  "%d read = %d accepted + %d rejected + %d filtered; %d warned"),
              counts.read(),
              counts.accepted(),
              counts.rejected(),
              counts.filtered(),
              counts.warned()));
      ledger.rejects(
          run.run(),
          row -> {
            for (Issue issue : row.issues()) {
              out.println("  - " + IssueText.line(issue, output.language()));
            }
          });
    }
    out.println();
    out.println(
        line(
            new Text(
                "Jawaban bagi pengirim ada di outbox/. Coba: ./pde runs, ./pde sql \"SELECT ...\"",
                "The answers to the senders lie in outbox/. Try: ./pde runs, ./pde sql \"SELECT ...\"")));
    out.flush();
  }

  private String line(Text format, Object... values) {
    return format.in(output.language()).formatted(values);
  }
}
