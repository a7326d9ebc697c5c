package id.pde.run.resubmit;

import id.pde.model.Issue;
import id.pde.model.Issue.Advice;
import id.pde.model.Location;
import id.pde.model.Severity;
import id.pde.model.Text;

/** Why the rows of a workbook to correct cannot be joined to their delivery. */
public final class ResubmissionFaults {

  private static final Text SEND_WHOLE =
      new Text(
          "Perbaiki berkas asli Anda secara lengkap, lalu kirim berkas asli itu.",
          "Correct your own, complete file and send that one.");

  private static final Text AGAIN =
      new Text(
          "Ambil lagi buku kerja perbaikan dari outbox dan perbaiki isinya saja: jangan menambah,"
              + " menghapus atau menyalin baris. Atau kirim berkas asli Anda yang sudah diperbaiki.",
          "Take the workbook to correct from the outbox again and change values only: do not add,"
              + " delete or copy rows. Or send your own file, corrected.");

  private ResubmissionFaults() {}

  /** The run that it names is not known here, or is another agency's. */
  static Issue unknown(String name) {
    return fault(
        "answer.unknown",
        new Location.Whole(name),
        new Text(
            "Buku kerja perbaikan ini memuat sebagian baris saja, dan kiriman asalnya tidak dikenal"
                + " di sini.",
            "This workbook to correct holds some of the rows only, and the delivery that it"
                + " belongs to is not known here."),
        SEND_WHOLE);
  }

  /** The bytes of the delivery are not kept any more. */
  static Issue gone(String name, long run) {
    return fault(
        "answer.base-gone",
        new Location.Whole(name),
        new Text(
            "Buku kerja perbaikan ini memuat sebagian baris saja, dan kiriman asalnya (run "
                + run
                + ") sudah tidak ada di arsip.",
            "This workbook to correct holds some of the rows only, and the delivery that it"
                + " belongs to (run "
                + run
                + ") is not in the archive any more."),
        SEND_WHOLE);
  }

  /** A row that stands in the sheet without a mark. */
  public static Issue unmarked(Location place) {
    return fault(
        "answer.row-unmarked",
        place,
        new Text(
            "Baris ini tidak punya tanda PDE, sehingga tidak jelas baris mana yang dimaksud: baris"
                + " ditambahkan, atau tandanya terhapus.",
            "This row has no mark of PDE, so it is not known which row is meant: it was added, or"
                + " its mark was deleted."),
        AGAIN);
  }

  /** A mark that stands twice. */
  public static Issue doubled(Location place, int row) {
    return fault(
        "answer.row-doubled",
        place,
        new Text(
            "Baris ini salinan: tanda PDE untuk baris " + row + " sudah ada di atasnya.",
            "This row is a copy: the mark of PDE for row " + row + " stands above it already."),
        AGAIN);
  }

  /** A row that was given out and is not there. */
  public static Issue missing(Location place, int row) {
    return fault(
        "answer.row-missing",
        place,
        new Text(
            "Baris "
                + row
                + " tidak ada lagi di lembar ini, atau tandanya terhapus. Untuk membuang"
                + " baris, kosongkan sel-selnya dan biarkan barisnya.",
            "Row "
                + row
                + " is not in this sheet any more, or its mark was deleted. To drop a row,"
                + " empty its cells and leave the row."),
        AGAIN);
  }

  /** A sheet that was given out and is not there. */
  public static Issue sheets(String name, int missing) {
    return fault(
        "answer.sheet-missing",
        new Location.Whole(name),
        new Text(
            missing + " lembar yang ada di buku kerja perbaikan tidak ada lagi atau tidak utuh.",
            missing
                + (missing == 1 ? " sheet" : " sheets")
                + " of the workbook to correct are not there any more or not whole."),
        AGAIN);
  }

  /** A template that was made before the mapping changed. */
  static Issue oldTemplate(String name, String mapping) {
    return Issue.of(
        "template.old",
        Severity.WARN,
        new Location.Whole(name),
        new Advice(
            "template",
            new Text(
                "Templat lama: berkas ini dibuat sebelum pemetaan " + mapping + " berubah.",
                "An old template: this file was made before the mapping " + mapping + " changed."),
            new Text(
                "Pakai templat yang baru untuk kiriman berikutnya (pde template " + mapping + ").",
                "Use the new template for the next delivery (pde template " + mapping + ").")));
  }

  private static Issue fault(String code, Location place, Text message, Text fix) {
    return Issue.of(code, Severity.REFUSE, place, new Advice("answer.marks", message, fix));
  }
}
