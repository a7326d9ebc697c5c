package id.pde.receipt.annotate;

import id.pde.model.Language;
import id.pde.model.Text;
import java.util.ArrayList;
import java.util.List;

/**
 * The lines at the top of PDE's sheet.
 *
 * @param head what became of the delivery
 * @param left issues that are told by their number only
 */
record SummaryWords(List<String> head, Language language, List<FaultList.Left> left) {

  /** Rows that were copied go back to where they came from by their marks. */
  private static final Text KEEP_ROWS =
      new Text(
          "Jangan menambah atau menghapus baris; untuk membuang satu baris, kosongkan sel-selnya.",
          "Do not add or delete rows; to drop a row, empty its cells.");

  /** What the other sheets hold. */
  enum Content {
    /** The agency's own workbook. */
    OWN,
    /** The values of a delivery that was no xlsx. */
    COPIED,
    /** The rows with issues of a large one. */
    CONCERNED
  }

  /**
   * The lines.
   *
   * @param name of the delivery, as it may be shown
   */
  List<String> lines(String name, Content content) {
    List<String> lines = new ArrayList<>();
    lines.add(Summary.title(language) + ": " + name);
    lines.addAll(head);
    lines.add(
        new Text(
                "Sel merah muda harus diperbaiki; sel kuning hanya peringatan. Komentar di sel itu"
                    + " menjelaskan apa yang salah dan apa yang benar. Klik tempatnya di bawah ini"
                    + " untuk menuju sel.",
                "Pink cells have to be corrected; yellow ones are only warnings. The comment of"
                    + " the cell says what is wrong and what would be right. Click a place below"
                    + " to go to its cell.")
            .in(language));
    lines.add(
        new Text(
                "Lembar ini, komentar dan warna dari PDE bukan data; tidak perlu dihapus sebelum"
                    + " dikirim lagi.",
                "This sheet, PDE's comments and colours are no data; they need not be removed"
                    + " before the file is sent again.")
            .in(language));
    if (content == Content.CONCERNED) {
      lines.add(
          new Text(
                  "Berkas ini besar: di sini hanya ada lembar dan baris yang bermasalah beserta "
                      + ValuesWorkbook.TOP
                      + " baris teratas, pada nomor baris aslinya. Perbaiki di sini lalu kirim buku"
                      + " kerja ini (PDE menggabungkannya dengan kiriman semula), atau perbaiki dan"
                      + " kirim berkas asli Anda. "
                      + KEEP_ROWS.id(),
                  "This file is large: only the sheets and rows with issues are here, with the"
                      + " first "
                      + ValuesWorkbook.TOP
                      + " rows, at their own row numbers. Correct them here and send this workbook"
                      + " (PDE joins it to what was sent before), or correct and send your own"
                      + " file. "
                      + KEEP_ROWS.en())
              .in(language));
    } else if (content == Content.COPIED) {
      lines.add(
          new Text(
                  "Kiriman bukan buku kerja xlsx; nilainya disalin ke buku kerja ini di baris dan"
                      + " kolom yang sama. Perbaiki di sini lalu kirim buku kerja ini, atau"
                      + " perbaiki dan kirim berkas asli Anda. "
                      + KEEP_ROWS.id(),
                  "The delivery was no xlsx workbook; its values were copied here, in the same"
                      + " rows and columns. Correct them here and send this workbook, or correct"
                      + " and send your own file. "
                      + KEEP_ROWS.en())
              .in(language));
    }
    lines.addAll(LeftWords.of(left, language));
    return lines;
  }
}
