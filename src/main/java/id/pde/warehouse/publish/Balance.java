package id.pde.warehouse.publish;

import id.pde.model.Counts;
import id.pde.model.Issue.Advice;
import id.pde.model.Text;
import id.pde.run.TargetRefused;
import id.pde.warehouse.failure.Failures;

/** What a run says, what was settled and what was written must be the same numbers. */
record Balance(Counts reported, Counts settled) {

  void refuseOther(Failures failures) {
    boolean same =
        reported.accepted() == settled.accepted()
            && reported.inserted() == settled.inserted()
            && reported.updated() == settled.updated()
            && reported.unchanged() == settled.unchanged()
            && reported.deleted() == settled.deleted();
    if (!same || !reported.balances()) {
      throw unbalanced(failures);
    }
  }

  void refuseOther(Failures failures, RowPath.Written written) {
    boolean same =
        written.inserted() == settled.inserted()
            && written.updated() == settled.updated()
            && written.deleted() == settled.deleted();
    if (!same) {
      throw unbalanced(failures);
    }
  }

  void refuseOther(Failures failures, long quarantined) {
    if (quarantined != reported.rejected()) {
      throw unbalanced(failures);
    }
  }

  private static TargetRefused unbalanced(Failures failures) {
    Advice advice =
        new Advice(
            "read = accepted + rejected + filtered; accepted = inserted + updated + unchanged",
            new Text(
                "Hitungan baris tidak cocok dengan yang ditulis; tidak ada yang disimpan",
                "The counts of rows differ from what was written; nothing was kept"),
            new Text(
                "Ulangi; jika terjadi lagi, laporkan: ini kesalahan PDE",
                "Repeat it; if it happens again, report it: the fault is PDE's"));
    return failures.refused("run.unbalanced", advice, null);
  }
}
