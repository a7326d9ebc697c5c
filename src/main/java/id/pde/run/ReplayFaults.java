package id.pde.run;

import id.pde.mapping.Mapping;
import id.pde.mapping.TargetSpec.LoadMode;
import id.pde.model.Issue;
import id.pde.model.Issue.Advice;
import id.pde.model.Location;
import id.pde.model.Severity;
import id.pde.model.Text;
import id.pde.run.erase.EraseFaults;
import java.util.List;
import java.util.stream.Collectors;

/** Why a run is not loaded again. */
final class ReplayFaults {

  static final String GONE = "replay.gone";

  /** Runs that are named. */
  private static final int TOLD = 10;

  private ReplayFaults() {}

  static Issue undo(RunReport run) {
    Long of = run.undo().of();
    return fault(
        "replay.undo",
        run,
        new Text(
            "Run %d membatalkan run %d, dan tidak punya kiriman".formatted(run.run(), of),
            "Run %d took run %d back, and has no delivery".formatted(run.run(), of)),
        new Text(
            "Untuk memberlakukan run %d lagi: pde undo %d".formatted(of, run.run()),
            "To put run %d in force again: pde undo %d".formatted(of, run.run())));
  }

  static Issue duplicate(RunReport run) {
    String of = String.valueOf(run.related());
    return fault(
        "replay.duplicate",
        run,
        new Text(
            "Run %d tidak memuat apa pun: kirimannya sama dengan run %s".formatted(run.run(), of),
            "Run %d loaded nothing: its delivery is that of run %s".formatted(run.run(), of)),
        Text.same("pde replay " + of));
  }

  static Issue gone(RunReport run) {
    String what = run.source().sha256();
    return fault(
        GONE,
        run,
        new Text(
            "Kiriman run %d tidak ada lagi di arsip (SHA-256 %s)".formatted(run.run(), what),
            "The delivery of run %d is not in the archive any more (SHA-256 %s)"
                .formatted(run.run(), what)),
        new Text(
            "Minta berkasnya kepada pengirim, lalu: pde load BERKAS -m " + mapping(run),
            "Ask the sender for the file, then: pde load FILE -m " + mapping(run)));
  }

  static Issue erased(RunReport run) {
    return fault(
        EraseFaults.ERASED,
        run,
        new Text(
            "Kiriman run %d dihapus dari arsip karena memuat data yang harus dihapus (lihat pde audit)"
                .formatted(run.run()),
            "The delivery of run %d was deleted from the archive, for it held what had to be erased (see pde audit)"
                .formatted(run.run())),
        new Text(
            "Minta berkas tanpa data itu kepada pengirim, lalu: pde load BERKAS -m " + mapping(run),
            "Ask the sender for a file without it, then: pde load FILE -m " + mapping(run)));
  }

  static Issue twice(RunReport run) {
    return fault(
        "replay.twice",
        run,
        new Text(
            "Run %d sudah memuat kiriman itu dan load: append akan menambahkannya sekali lagi"
                .formatted(run.run()),
            "Run %d has loaded that delivery, and load: append would add it once more"
                .formatted(run.run())),
        new Text(
            "Batalkan dahulu: pde undo %d, lalu ulangi".formatted(run.run()),
            "Take it back first: pde undo %d, then repeat".formatted(run.run())));
  }

  static Issue later(RunReport run, Mapping mapping, List<Long> later) {
    String runs = later.stream().limit(TOLD).map(String::valueOf).collect(Collectors.joining(", "));
    runs += later.size() > TOLD ? ", ..." : "";
    boolean whole = mapping.target().load() == LoadMode.REPLACE;
    String table = mapping.target().table();
    return fault(
        "replay.later",
        run,
        new Text(
            "Run sesudah run %d sudah mengisi tabel %s (run %s); kiriman lama ini akan %s"
                .formatted(
                    run.run(),
                    table,
                    runs,
                    whole
                        ? "menggantikan seluruh isinya"
                        : "menimpa baris yang lebih baru dengan kunci yang sama"),
            "Runs after run %d have filled the table %s (run %s); this older delivery would %s"
                .formatted(
                    run.run(),
                    table,
                    runs,
                    whole
                        ? "replace all that it holds"
                        : "overwrite newer rows that have the same key")),
        new Text(
            "Jika itu yang dikehendaki: pde replay %d --force".formatted(run.run()),
            "If that is what you want: pde replay %d --force".formatted(run.run())));
  }

  private static String mapping(RunReport run) {
    return run.unassigned() ? "ID" : run.mapping();
  }

  private static Issue fault(String code, RunReport run, Text message, Text fix) {
    return Issue.of(
        code,
        Severity.REFUSE,
        new Location.Whole("run " + run.run()),
        new Advice("pde replay", message, fix));
  }
}
