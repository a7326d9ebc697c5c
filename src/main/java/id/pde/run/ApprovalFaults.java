package id.pde.run;

import id.pde.model.Issue;
import id.pde.model.Location;
import id.pde.model.Severity;
import id.pde.model.Text;
import id.pde.run.Approval.Decision;
import org.jspecify.annotations.Nullable;

/** Why a held run cannot be decided. */
public final class ApprovalFaults {

  static final String GONE = "approve.gone";

  private ApprovalFaults() {}

  static Issue notHeld(RunReport run) {
    return issue(
        "approve.none",
        run.run(),
        new Text(
            "run ini tidak menunggu persetujuan (hasilnya " + run.outcome().code() + ")",
            "this run does not wait for approval (it ended as " + run.outcome().code() + ")"),
        new Text(
            "lihat yang menunggu: pde runs --outcome waiting",
            "see those that wait: pde runs --outcome waiting"));
  }

  static Issue decided(RunReport run, Decision decision) {
    Text verdict = decision.verdict().text();
    return issue(
        "approve.decided",
        run.run(),
        new Text(
            "run ini sudah diputuskan: " + verdict.id() + " (" + decision.by() + ")",
            "this run has been decided: " + verdict.en() + " (" + decision.by() + ")"),
        new Text("lihat: pde run " + run.run(), "see: pde run " + run.run()));
  }

  /** Somebody else was quicker. */
  public static Issue decidedMeanwhile(@Nullable Long run) {
    long number = run == null ? 0 : run;
    return issue(
        "approve.decided",
        number,
        new Text(
            "run ini baru saja diputuskan orang lain",
            "somebody else decided this run a moment ago"),
        new Text("lihat: pde run " + number, "see: pde run " + number));
  }

  /**
   * Nobody approves their own work.
   *
   * @param who decides; another account of the one who asked
   */
  static Issue same(RunReport run, String asked, String who) {
    boolean linked = !asked.equals(who);
    String id = linked ? who + " (orang yang sama dengan " + asked + ")" : who;
    String en = linked ? who + " (the same person as " + asked + ")" : who;
    return issue(
        "approve.same",
        run.run(),
        new Text(
            id + " sendiri yang memuatnya; persetujuan harus dari orang lain",
            en + " had it loaded; the approval must come from somebody else"),
        new Text(
            "minta orang lain menjalankan pde approve; bila satu akun komputer dipakai bersama,"
                + " sebutkan penyetujunya: --who NAMA",
            "have somebody else run pde approve; where people share a system account, name who"
                + " approves: --who NAME"));
  }

  static Issue gone(RunReport run) {
    return issue(
        GONE,
        run.run(),
        new Text(
            "kiriman aslinya tidak ada lagi di arsip",
            "its original is not in the archive any more"),
        new Text(
            "tolak run ini (pde decline " + run.run() + ") dan minta dinas mengirim lagi",
            "decline this run (pde decline " + run.run() + ") and have the agency send it again"));
  }

  private static Issue issue(String code, long run, Text message, Text fix) {
    return Issue.of(
        code,
        Severity.REFUSE,
        new Location.Whole("run " + run),
        new Issue.Advice("pde approve, pde decline", message, fix));
  }
}
