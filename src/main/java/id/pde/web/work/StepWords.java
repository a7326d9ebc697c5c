package id.pde.web.work;

import id.pde.model.Text;
import id.pde.run.RunStep;

/** The steps of a run as people read them. */
final class StepWords {

  private StepWords() {}

  static Text of(RunStep step) {
    return switch (step) {
      case CLAIMED -> new Text("berkas diambil", "file taken");
      case ARCHIVED -> new Text("berkas diarsipkan", "file archived");
      case LOCKED -> new Text("tabel siap", "table ready");
      case READING -> new Text("membaca dan memeriksa baris", "reading and checking rows");
      case COPIED -> new Text("semua baris terbaca", "all rows read");
      case SETTLED -> new Text("kunci diperiksa", "keys checked");
      case MERGED -> new Text("tabel dan riwayat ditulis", "table and history written");
      case QUARANTINED -> new Text("baris ditolak dikarantina", "rejected rows kept");
      case RECORDED -> new Text("dicatat di buku besar", "recorded in the ledger");
      case COMMITTED -> new Text("tersimpan", "committed");
      case ANSWERED -> new Text("jawaban ditulis", "answer written");
      case FINISHED -> new Text("selesai", "finished");
    };
  }
}
