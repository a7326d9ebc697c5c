package id.pde.run.erase;

import id.pde.model.Issue;
import id.pde.model.Issue.Advice;
import id.pde.model.Location;
import id.pde.model.Row;
import id.pde.model.Severity;
import id.pde.model.Text;

/** Words about erasures. None has a value. */
public final class EraseFaults {

  /** The code of an original that an erasure took away. */
  public static final String ERASED = "archive.erased";

  private static final String COMMAND = "pde erase";

  private EraseFaults() {}

  /** A delivery names somebody who was erased. */
  public static Issue again(Row row) {
    return Issue.of(
        "row.erased",
        Severity.WARN,
        row.location(-1),
        new Advice(
            COMMAND,
            new Text(
                "baris ini tentang data yang sudah dihapus atas permintaan; tidak dimuat",
                "this row is about what was erased on request; it is not loaded"),
            new Text(
                "ulangi pde erase agar kiriman ini juga bersih, dan minta pengirim tidak menyertakannya"
                    + " lagi; bila boleh dimuat lagi: pde erase --lift",
                "repeat pde erase to clean this delivery too, and ask the sender to leave it out;"
                    + " if it may be loaded again: pde erase --lift")));
  }

  /** A delivery that lost its original to an erasure. */
  public static Issue gone(String delivery) {
    return fault(
        ERASED,
        delivery,
        new Text(
            "berkas asli kiriman ini dihapus dari arsip karena memuat data yang harus dihapus"
                + " (lihat pde audit)",
            "the original of this delivery was deleted from the archive, for it held what had to be"
                + " erased (see pde audit)"),
        new Text(
            "minta pengirim mengirim berkas tanpa data itu, lalu muat dengan pde load",
            "ask the sender for a file without it, and load that with pde load"));
  }

  /** A tombstone whose key is not here. */
  static Issue keyGone(String id) {
    return fault(
        "key.tombstone",
        "secrets",
        new Text(
            "kunci "
                + id
                + " tidak ada di sini, sehingga baris yang sudah dihapus tidak dapat dikenali",
            "the key " + id + " is not here, so rows that were erased cannot be told"),
        new Text(
            "kembalikan dari cadangan ke secrets/hmac, atau ke secrets/hmac."
                + id
                + " bila sudah diganti (mode 600)",
            "put it back from a backup into secrets/hmac, or into secrets/hmac."
                + id
                + " if it was replaced (mode 600)"));
  }

  /** No key under which a tombstone could be made. */
  static Issue noKey() {
    return fault(
        "key.none",
        COMMAND,
        new Text(
            "belum ada kunci, sehingga penghapusan tidak dapat dijaga",
            "there is no key yet, so an erasure could not be kept"),
        new Text(
            "jalankan `pde keys new`, lalu ulangi; lihat juga `pde doctor`",
            "run `pde keys new`, then repeat; see also `pde doctor`"));
  }

  /** The database holds pseudonyms under another key. */
  static Issue otherKey(String used) {
    return fault(
        "key.other",
        COMMAND,
        new Text(
            "nama samaran di basis data dibuat dengan kunci " + used + ", yang tidak ada di sini",
            "the pseudonyms in the database were made under the key "
                + used
                + ", which is not here"),
        new Text(
            "kembalikan kunci itu ke secrets/hmac di PDE_HOME dari cadangan",
            "put that key back into secrets/hmac in PDE_HOME from a backup"));
  }

  private static Issue fault(String code, String place, Text message, Text fix) {
    return Issue.of(
        code, Severity.REFUSE, new Location.Whole(place), new Advice(COMMAND, message, fix));
  }
}
