package id.pde.run;

import id.pde.mapping.Mapping;
import id.pde.model.Counts;
import id.pde.model.Text;
import id.pde.run.Warehouse.Intent;
import java.util.List;
import java.util.stream.Collectors;

/** The one sentence that says how a run ended, and the next command. */
final class RunMessages {

  private final long run;
  private final String table;
  private final String mapping;
  private final Intent intent;

  RunMessages(long run, Mapping mapping, Intent intent) {
    this.run = run;
    this.table = mapping.target().table();
    this.mapping = mapping.id();
    this.intent = intent;
  }

  Text loaded(Counts counts) {
    boolean rejects = counts.rejected() > 0;
    String rowsId =
        Numbers.id(counts.accepted())
            + " dari "
            + Numbers.id(counts.read())
            + " baris diterima ("
            + Numbers.id(counts.inserted())
            + " baru, "
            + Numbers.id(counts.updated())
            + " berubah, "
            + Numbers.id(counts.unchanged())
            + " tetap)"
            + part(counts.filtered(), Numbers.id(counts.filtered()) + " disaring")
            + part(counts.deleted(), Numbers.id(counts.deleted()) + " baris lama dihapus")
            + part(counts.rejected(), Numbers.id(counts.rejected()) + " ditolak");
    String rowsEn =
        Numbers.en(counts.accepted())
            + " of "
            + Numbers.en(counts.read())
            + " rows accepted ("
            + Numbers.en(counts.inserted())
            + " new, "
            + Numbers.en(counts.updated())
            + " changed, "
            + Numbers.en(counts.unchanged())
            + " unchanged)"
            + part(counts.filtered(), Numbers.en(counts.filtered()) + " filtered")
            + part(counts.deleted(), Numbers.en(counts.deleted()) + " old rows deleted")
            + part(counts.rejected(), Numbers.en(counts.rejected()) + " rejected");
    if (planned()) {
      return new Text(
          "Rencana: tabel " + table + " akan dimuat, " + rowsId + "; jalankan dengan `pde load`.",
          "Plan: table " + table + " would be loaded, " + rowsEn + "; run it with `pde load`.");
    }
    String next = rejects ? "pde rejects " + run : "pde run " + run;
    return new Text(
        "Dimuat ke tabel " + table + ": " + rowsId + "; lihat `" + next + "`.",
        "Loaded into table " + table + ": " + rowsEn + "; see `" + next + "`.");
  }

  Text refused(Text reason) {
    if (planned()) {
      return new Text(
          "Rencana: kiriman ini akan ditolak seluruhnya: " + plain(reason.id()) + ".",
          "Plan: this delivery would be refused as a whole: " + plain(reason.en()) + ".");
    }
    return new Text(
        "Kiriman ditolak, tidak ada yang dimuat: "
            + plain(reason.id())
            + "; perbaiki lalu kirim"
            + " lagi (rincian: `pde run "
            + run
            + "`).",
        "Delivery refused, nothing was loaded: "
            + plain(reason.en())
            + "; correct it and send it"
            + " again (details: `pde run "
            + run
            + "`).");
  }

  Text failed(Text reason) {
    if (planned()) {
      return new Text(
          "Rencana tidak dapat dibuat, bukan karena kiriman: " + plain(reason.id()) + ".",
          "No plan could be made, through no fault of the delivery: " + plain(reason.en()) + ".");
    }
    return new Text(
        "Gagal bukan karena kiriman, tidak ada yang dimuat: "
            + plain(reason.id())
            + " (rincian: `pde run "
            + run
            + "`).",
        "Failed through no fault of the delivery, nothing was loaded: "
            + plain(reason.en())
            + " (details: `pde run "
            + run
            + "`).");
  }

  /** A reason as a part of a sentence. */
  private static String plain(String reason) {
    return reason.endsWith(".") ? reason.substring(0, reason.length() - 1) : reason;
  }

  /** What a run that found its table busy waits for. */
  Text waitsFor(long holder) {
    if (holder == 0) {
      return new Text(
          "run lain yang sedang mengisi tabel " + table,
          "another run that is writing table " + table);
    }
    return new Text(
        "run " + holder + " yang sedang mengisi tabel " + table,
        "run " + holder + ", which is writing table " + table);
  }

  Text busy(long holder) {
    Text what = waitsFor(holder);
    return new Text(
        "Menunggu "
            + what.id()
            + ", belum ada yang dimuat; coba lagi nanti atau pakai `--wait"
            + " 60`.",
        "Waiting for "
            + what.en()
            + ", nothing was loaded yet; try again later or use `--wait"
            + " 60`.");
  }

  /**
   * What a pull waits for.
   *
   * @param connection the name of the database
   */
  Text waitsForSource(String connection) {
    return new Text("basis data " + connection, "the database " + connection);
  }

  /** A pull that did not bring its rows, and comes again by itself. */
  Text sourceAway(Text reason) {
    return new Text(
        "Menunggu, tidak ada yang dimuat: "
            + plain(reason.id())
            + "; jadwal berikutnya mencoba lagi (rincian: `pde run "
            + run
            + "`).",
        "Waiting, nothing was loaded: "
            + plain(reason.en())
            + "; the next fire of the schedule tries again (details: `pde run "
            + run
            + "`).");
  }

  /** Whom a held run waits for. */
  Text waitsForApproval(String asker) {
    return asker.isEmpty()
        ? new Text("persetujuan petugas", "the approval of an officer")
        : new Text(
            "persetujuan orang lain selain " + asker,
            "the approval of somebody other than " + asker);
  }

  /**
   * A held run.
   *
   * @param reasons at least one
   */
  Text held(List<Text> reasons, String asker) {
    String whyId = reasons.stream().map(Text::id).collect(Collectors.joining("; "));
    String whyEn = reasons.stream().map(Text::en).collect(Collectors.joining("; "));
    Text whom = waitsForApproval(asker);
    if (planned()) {
      return new Text(
          "Rencana: kiriman ini akan menunggu " + whom.id() + ": " + whyId + ".",
          "Plan: this delivery would wait for " + whom.en() + ": " + whyEn + ".");
    }
    return new Text(
        "Menunggu "
            + whom.id()
            + ", belum ada yang dimuat: "
            + whyId
            + "; `pde approve "
            + run
            + "` atau `pde decline "
            + run
            + "`.",
        "Waiting for "
            + whom.en()
            + ", nothing was loaded yet: "
            + whyEn
            + "; `pde approve "
            + run
            + "` or `pde decline "
            + run
            + "`.");
  }

  /** A run that was held and may go on. */
  Text approved(Text loaded, String by) {
    return new Text(
        "Disetujui " + by + ". " + loaded.id(), "Approved by " + by + ". " + loaded.en());
  }

  /** The same is held already. */
  Text waitsAlready(long held) {
    return new Text(
        "Kiriman yang sama sudah menunggu persetujuan sebagai run "
            + held
            + "; `pde approve "
            + held
            + "` atau `pde decline "
            + held
            + "`.",
        "The same delivery waits for approval already as run "
            + held
            + "; `pde approve "
            + held
            + "` or `pde decline "
            + held
            + "`.");
  }

  Text duplicate(long earlier, SameMapping same) {
    return switch (same) {
      case YES ->
          new Text(
              "Kiriman yang sama sudah dimuat sebagai run "
                  + earlier
                  + ", tidak ada yang berubah;"
                  + " untuk memuatnya lagi: `pde load --force`.",
              "The same delivery was loaded as run "
                  + earlier
                  + ", nothing changed; to load it"
                  + " again: `pde load --force`.");
      case NO ->
          new Text(
              "Kiriman yang sama sudah dimuat sebagai run "
                  + earlier
                  + ", tetapi mapping "
                  + mapping
                  + " berubah sejak itu; untuk memakai mapping yang baru: `pde replay "
                  + earlier
                  + "`.",
              "The same delivery was loaded as run "
                  + earlier
                  + ", but mapping "
                  + mapping
                  + " has changed since; to apply the new mapping: `pde replay "
                  + earlier
                  + "`.");
    };
  }

  /** Whether the earlier run used the mapping as it is now. */
  enum SameMapping {
    YES,
    NO
  }

  private boolean planned() {
    return intent == Intent.PLAN;
  }

  private static String part(long count, String words) {
    return count == 0 ? "" : ", " + words;
  }
}
