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

  /** A run's rows that wait are not where they were. */
  static Issue rowsMoved(String delivery, long run) {
    return issue(
        "replay.moved",
        delivery,
        new Issue.Advice(
            "pde replay --rejects",
            new Text(
                "pemetaan kini membaca kiriman ini dengan cara lain: baris yang menunggu dari run "
                    + run
                    + " tidak ditemukan lagi di tempatnya",
                "the mapping reads this delivery in another way by now: the waiting rows of run "
                    + run
                    + " are not where they were"),
            new Text(
                "minta dinas mengirim lagi kiriman ini",
                "have the agency send this delivery again")));
  }

  /** A later delivery took the place of the whole table. */
  static Issue replaced(String delivery, long run, long later) {
    return issue(
        "replay.replaced",
        delivery,
        new Issue.Advice(
            "target: {load: replace}",
            new Text(
                "tabelnya sudah diganti oleh run " + later + ", sesudah run " + run,
                "the table was replaced by run " + later + " after run " + run),
            new Text(
                "baris run ini tidak berlaku lagi; periksa baris yang menunggu dari run " + later,
                "the rows of this run no longer count; look at those that wait of run " + later)));
  }

  /** Not one of the waiting rows can be loaded by now. */
  static Issue stillWaiting(String delivery, long run) {
    return issue(
        "replay.nothing",
        delivery,
        new Issue.Advice(
            "pde replay --rejects",
            new Text(
                "belum ada baris run " + run + " yang dapat dimuat; semuanya tetap menunggu",
                "no row of run " + run + " can be loaded yet; all of them go on waiting"),
            new Text(
                "putuskan dulu nilainya: pde codes; sesudah itu ulangi",
                "decide their values first: pde codes; then repeat")));
  }

  /** A load would do something else than the plan said. */
  static Issue otherPlan(String delivery, String hash) {
    return issue(
        "plan.changed",
        delivery,
        new Issue.Advice(
            "pde load --plan",
            new Text(
                "rencananya tidak berlaku lagi: berkas, mapping, daftar kode atau isi tabel sudah"
                    + " berubah (kini "
                    + hash
                    + ")",
                "the plan no longer holds: file, mapping, code lists or the table have changed (now "
                    + hash
                    + ")"),
            new Text(
                "lihat lagi dengan `pde plan`, lalu muat dengan --plan yang baru",
                "look again with `pde plan`, then load with the new --plan")));
  }

  /** Parts of a table are told apart by their period, and the delivery says none. */
  static Issue periodNeeded(String delivery, String mapping) {
    return issue(
        "period.needed",
        delivery,
        new Issue.Advice(
            "target: {per: period} of " + mapping,
            new Text(
                "periode kiriman ini tidak diketahui, padahal tabelnya diganti per periode",
                "the period of this delivery is not known, but its table is replaced per period"),
            new Text(
                "muat dengan --period, atau tulis period: di mapping",
                "load it with --period, or write period: in the mapping")));
  }

  /** The table holds a later period already. */
  static Issue late(String delivery, String mapping, String latest, long run) {
    return issue(
        "period.late",
        delivery,
        new Issue.Advice(
            "target: {load: replace} of " + mapping,
            new Text(
                "tabel sudah berisi periode "
                    + latest
                    + " (run "
                    + run
                    + "); kiriman ini dari periode sebelumnya dan akan menggantikannya",
                "the table holds the period "
                    + latest
                    + " already (run "
                    + run
                    + "); this delivery is of an earlier one and would replace it"),
            new Text(
                "tulis per: period di mapping bila setiap periode disimpan; bila memang harus"
                    + " diganti: pde load --force",
                "write per: period in the mapping if every period is kept; if it has to be"
                    + " replaced: pde load --force")));
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
