package id.pde.web.api;

import id.pde.model.Text;
import org.springframework.http.HttpStatus;

/** Why a mapping was not saved. */
final class MappingProblems {

  private MappingProblems() {}

  static Problem faulty() {
    return new Problem(
        HttpStatus.UNPROCESSABLE_ENTITY,
        "mapping.faulty",
        new Text("Pemetaan ini masih punya kesalahan", "This mapping has faults"),
        new Text(
            "lihat faults; periksa dengan .../check tanpa menyimpan",
            "see faults; .../check looks without saving"));
  }

  static Problem changed() {
    return new Problem(
        HttpStatus.PRECONDITION_FAILED,
        "mapping.changed",
        new Text(
            "Berkasnya bukan yang dibaca: diubah, dihapus atau sudah ada",
            "The file is not the one that was read: it was changed or removed, or is there already"),
        new Text(
            "baca lagi, gabungkan, lalu simpan dengan tag yang baru",
            "read it again, join the two, then save with the new tag"));
  }

  static Problem readOnly() {
    return new Problem(
        HttpStatus.CONFLICT,
        "mapping.read-only",
        new Text(
            "Server tidak dapat menulis ke PDE_MAPPINGS", "The server cannot write PDE_MAPPINGS"),
        new Text(
            "taruh berkasnya lewat kendali versi, atau beri server hak tulis",
            "put the file there by version control, or let the server write"));
  }
}
