package id.pde.guess;

import id.pde.model.Header;
import id.pde.model.Header.Caption;
import java.util.Locale;
import java.util.regex.Pattern;

/** What the name of a file, and what stands above its table, say about the dataset. */
final class FileTitle {

  private static final String MONTHS =
      "januari|februari|pebruari|maret|april|mei|juni|juli|agustus|september|oktober|november|nopember"
          + "|desember|jan|feb|mar|apr|jun|jul|agt|ags|sep|okt|nov|des";

  /** Parts of a name that change from one delivery to the next. */
  private static final Pattern CHANGING =
      Pattern.compile(
          "(?<![\\p{L}])("
              + MONTHS
              + ")(?![\\p{L}])"
              + "|(?<=(sem|semester|tw|triwulan)[ ._-])(iv|i{1,3}|[1-4])(?![\\p{L}])"
              + "|(?<![\\p{L}\\d])\\d+([-_. ]\\d+)*(?![\\p{L}\\d])|\\d{4,}"
              + "|(?<![\\p{L}])(revisi|rev|fix|final|unaudited|audited|copy|salinan)(?![\\p{L}])",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /** Who sends it, rather than what it is. */
  private static final Pattern OFFICE =
      Pattern.compile(
          "^(pemerintah|pemkot|pemkab|dinas|badan|kantor|kementerian|sekretariat|kecamatan|kelurahan"
              + "|upt|puskesmas|lampiran|tabel|lembar|halaman|nomor|tanggal)\\b",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private final String name;

  /**
   * @param name of the file, with its ending
   */
  FileTitle(String name) {
    int dot = name.lastIndexOf('.');
    this.name = dot > 0 ? name.substring(0, dot) : name;
  }

  /** A pattern for the file names of later deliveries. */
  String pattern() {
    String pattern =
        CHANGING
            .matcher(name.replaceAll("[\\[\\]*?{}]", "*"))
            .replaceAll("*")
            .replaceAll("\\(?\\*([ ._()+-]*\\*)*\\)?", "*");
    String open = pattern.endsWith("*") ? pattern : pattern + "*";
    return open.replaceAll("\\s+\\*$", "*").matches("[*\\s._()-]*") ? name + "*" : open;
  }

  /** A name for the dataset and its table. */
  String dataset() {
    String plain = CHANGING.matcher(name).replaceAll(" ");
    String proposal = ColumnNames.proposal(plain);
    return proposal.equals("kolom") ? "data" : proposal;
  }

  /** The title above the table, else the name. */
  String title(Header header) {
    for (Caption caption : header.captions()) {
      long letters = caption.text().chars().filter(Character::isLetter).count();
      boolean office = OFFICE.matcher(caption.text()).find();
      if (letters >= 8 && caption.text().length() <= 200 && !office) {
        return caption.text();
      }
    }
    String words = name.replaceAll("[_\\s]+", " ").strip();
    return words.isEmpty()
        ? "Data"
        : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
