package id.pde.run;

import id.pde.model.Counts;
import id.pde.model.Issue;
import id.pde.model.Location;
import id.pde.model.Severity;
import id.pde.model.Text;

/** Issues that the loop itself finds. */
final class RunFaults {

  private RunFaults() {}

  static Issue emptyFile(String delivery) {
    return issue(
        "file.empty",
        delivery,
        new Issue.Advice(
            "a delivery has bytes",
            new Text("berkas ini kosong (0 byte)", "this file is empty (0 bytes)"),
            new Text(
                "simpan ulang berkasnya, pastikan ada isinya, lalu kirim lagi",
                "save the file again, make sure that it has content, and send it again")));
  }

  /** Rows got lost or doubled on the way. */
  static Issue unbalanced(String delivery, Counts counts) {
    String sum =
        counts.read()
            + " != "
            + counts.accepted()
            + " + "
            + counts.rejected()
            + " + "
            + counts.filtered()
            + ", "
            + counts.accepted()
            + " ?= "
            + counts.inserted()
            + " + "
            + counts.updated()
            + " + "
            + counts.unchanged();
    return issue(
        "run.unbalanced",
        delivery,
        new Issue.Advice(
            "read = accepted + rejected + filtered, accepted = inserted + updated + unchanged",
            new Text(
                "jumlah baris tidak seimbang (" + sum + ")",
                "the rows do not add up (" + sum + ")"),
            new Text(
                "ini kesalahan PDE: laporkan bersama nomor run ini",
                "this is a fault of PDE: report it with the number of this run")));
  }

  /**
   * PDE stumbled. The exception's own words stay out: they may quote a cell.
   *
   * @param kind the class of the exception
   */
  static Issue broken(String delivery, String kind) {
    return issue(
        "run.broken",
        delivery,
        new Issue.Advice(
            "PDE reads, checks and publishes without faults of its own",
            new Text(
                "PDE menemui kesalahan yang tidak dikenalnya (" + kind + ")",
                "PDE met a fault that it does not know (" + kind + ")"),
            new Text(
                "laporkan bersama nomor run ini dan catatan di PDE_HOME/log",
                "report it with the number of this run and the log in PDE_HOME/log")));
  }

  private static Issue issue(String code, String delivery, Issue.Advice advice) {
    return Issue.of(code, Severity.REFUSE, new Location.Whole(delivery), advice);
  }
}
