package id.pde.run;

import id.pde.mapping.ColumnSpec;
import id.pde.mapping.ColumnSpec.Protect;
import id.pde.mapping.Mapping;
import id.pde.model.Issue;
import id.pde.model.Issue.Advice;
import id.pde.model.Location;
import id.pde.model.Severity;
import id.pde.model.Text;
import id.pde.run.KeyLedger.Gap;
import java.util.List;
import java.util.stream.Collectors;

/** Words for keys of pseudonyms that are not there or cannot be changed. */
public final class KeyFaults {

  private static final int NAMED = 10;
  private static final String ROTATION = "pde keys rotate";

  private KeyFaults() {}

  /** A mapping asks for pseudonyms, and the deployment has no key. */
  static Issue missing(Mapping mapping) {
    return missing(mapping, Severity.REFUSE);
  }

  /**
   * The same, as bad as the asker takes it.
   *
   * @param mapping with a column of {@code protect: hmac}
   */
  public static Issue missing(Mapping mapping, Severity severity) {
    ColumnSpec column =
        mapping.columns().stream()
            .filter(one -> one.protect() == Protect.HMAC)
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no column asks for a key"));
    return Issue.of(
        "key.missing",
        severity,
        column.place(),
        new Advice(
            "protect: hmac",
            new Text(
                "kolom "
                    + column.name()
                    + " memakai protect: hmac, tetapi kunci nama samaran"
                    + " tidak ada atau tidak dapat dipakai (PDE_HMAC_KEY atau secrets/hmac di"
                    + " PDE_HOME)",
                "column "
                    + column.name()
                    + " has protect: hmac, but the key of pseudonyms is"
                    + " missing or cannot be used (PDE_HMAC_KEY, or secrets/hmac in PDE_HOME)"),
            new Text(
                "jalankan `pde keys new`, atau kembalikan kunci yang pernah dipakai; `pde doctor`"
                    + " menyebut sebabnya",
                "run `pde keys new`, or put back the key that was used before; `pde doctor` says"
                    + " why")));
  }

  /** Who asks may not read the archive. */
  public static Issue archiveClosed() {
    return of(
        "archive.closed",
        new Text(
            "arsip kiriman ini tidak boleh Anda baca", "you may not read the archived delivery"),
        new Text(
            "jalankan sebagai pengguna yang memiliki PDE_HOME",
            "run it as the user who owns PDE_HOME"));
  }

  /** Deliveries that are not in the archive any more. */
  static Issue gone(List<RunReport> runs) {
    String named =
        runs.stream()
            .limit(NAMED)
            .map(run -> "run " + run.run() + " (" + run.source().name() + ")")
            .collect(Collectors.joining(", "));
    String more = runs.size() > NAMED ? ", +" + (runs.size() - NAMED) : "";
    return of(
        "key.archive-gone",
        new Text(
            "kiriman yang arsipnya tidak ada lagi: " + named + more,
            "deliveries that the archive does not have any more: " + named + more),
        new Text(
            "kembalikan berkasnya ke PDE_HOME/archive dari cadangan, lalu ulangi; tidak ada yang"
                + " berubah",
            "put their files back into PDE_HOME/archive from a backup, then repeat; nothing was"
                + " changed"));
  }

  /** Pseudonyms that no archived delivery explains. */
  static Issue unexplained(List<Gap> gaps) {
    String named =
        gaps.stream()
            .map(
                gap ->
                    gap.table()
                        + " (run "
                        + gap.runs().stream().map(String::valueOf).collect(Collectors.joining(", "))
                        + ")")
            .collect(Collectors.joining("; "));
    return of(
        "key.unexplained",
        new Text(
            "nama samaran yang tidak keluar lagi dari arsip: " + named,
            "pseudonyms that do not come out of the archive any more: " + named),
        new Text(
            "pemetaan atau daftar kodenya berubah sejak run itu: kembalikan, putar kuncinya, lalu"
                + " ubah lagi; tidak ada yang berubah",
            "the mapping or its code lists changed since that run: put them back, rotate, then"
                + " change them again; nothing was changed"));
  }

  /** The mapping of a table with pseudonyms is gone. */
  static Issue noMapping(String id) {
    return of(
        "key.no-mapping",
        new Text(
            "pemetaan " + id + " tidak ada atau berisi kesalahan",
            "the mapping " + id + " is missing or has faults"),
        new Text("lihat `pde check`", "see `pde check`"));
  }

  /** A fault that no place of a mapping has. */
  public static Issue of(String code, Text message, Text fix) {
    return Issue.of(
        code, Severity.REFUSE, new Location.Whole(ROTATION), new Advice("", message, fix));
  }
}
