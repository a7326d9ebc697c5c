package id.pde.normalise;

import id.pde.model.Text;
import java.math.BigDecimal;
import java.util.Set;

/** The words for numbers that cannot be taken. */
final class NumberFaults {

  /** None: 0 in counts, no value elsewhere. */
  private static final String NIHIL = "nihil";

  private static final Set<String> NO_VALUE_WORDS =
      Set.of(
          "-",
          "--",
          "---",
          "...",
          "..",
          "na",
          "n/a",
          "n.a.",
          "#n/a",
          "tad",
          "null",
          "x",
          "belum",
          "belum ada",
          "belum lapor",
          "belum ada data",
          "belum tersedia",
          NIHIL,
          "tidak ada data",
          "tidak ada",
          "tdk ada",
          "tidak tentu",
          "tidak diketahui",
          "tidak tersedia",
          "none",
          "nan",
          "kosong");

  private final String type;
  private final Text name;
  private final Column.Context context;

  NumberFaults(String type, Text name, Column.Context context) {
    this.type = type;
    this.name = name;
    this.context = context;
  }

  /** Whether people write the word where they have no value. */
  static boolean isNoValueWord(String raw) {
    return NO_VALUE_WORDS.contains(WordForm.of(raw));
  }

  /** How to declare such a word; the mapping decides what it means. */
  static Text noValueFix(Column.Context context) {
    return new Text(
        "betulkan sel di berkas sumber; jika itu berarti tidak ada nilai, tulis no-value di "
            + context.place(),
        "correct the cell in the source file; if it means no value, write no-value at "
            + context.place());
  }

  private static Text nothingFix(Column.Context context) {
    return new Text(
        "jika Nihil berarti 0, tulis values: {Nihil: 0} di "
            + context.place()
            + "; jika berarti tidak ada nilai, tulis no-value",
        "if Nihil means 0, write values: {Nihil: 0} at "
            + context.place()
            + "; if it means no value, write no-value");
  }

  static final Text CORRECT =
      new Text(
          "betulkan sel di berkas sumber, lalu kirim lagi",
          "correct the cell in the source file, then send it again");

  Fault invalid(String raw) {
    return new Fault(
        type + ".invalid",
        new Text("bukan " + name.id(), "is not " + name.en()),
        WordForm.of(raw).equals(NIHIL)
            ? nothingFix(context)
            : isNoValueWord(raw) ? noValueFix(context) : CORRECT);
  }

  Fault otherKind() {
    return CellFaults.otherKind(type + ".invalid", name);
  }

  Fault ambiguous(BigDecimal comma, BigDecimal dot) {
    return two(
        comma,
        dot,
        new Text(
            "tulis tanda desimalnya di bagian source pada "
                + context.file()
                + ": decimal: \",\" atau decimal: \".\"",
            "declare the decimal mark under source in "
                + context.file()
                + ": decimal: \",\" or decimal: \".\""));
  }

  /** Rp 36.667 ribu: the unit is said twice, or the number is a thousand times as great. */
  Fault twoUnits(BigDecimal first, BigDecimal second) {
    return two(
        first,
        second,
        new Text(
            "tulis angkanya penuh tanpa ribu, juta atau miliar di berkas sumber",
            "write the whole number without ribu, juta or miliar in the source file"));
  }

  private Fault two(BigDecimal first, BigDecimal second, Text fix) {
    String one = first.toPlainString();
    String two = second.toPlainString();
    return new Fault(
        type + ".ambiguous",
        new Text("dapat dibaca sebagai dua angka", "can be read as two numbers"),
        new Text(
            ": " + one.replace('.', ',') + " atau " + two.replace('.', ','),
            ": " + one + " or " + two),
        fix);
  }

  Fault otherMark(char declared) {
    char used = declared == ',' ? '.' : ',';
    return new Fault(
        type + ".other-mark",
        new Text(
            "memakai tanda desimal \""
                + used
                + "\", padahal pemetaan menyatakan \""
                + declared
                + "\"",
            "uses the decimal mark \""
                + used
                + "\" although the mapping declares \""
                + declared
                + "\""),
        new Text(
            "tulis angka dengan tanda desimal yang sama di seluruh berkas",
            "write numbers with the same decimal mark in the whole file"));
  }

  Fault shortened() {
    return new Fault(
        type + ".exponent",
        new Text(
            "dipersingkat dengan E+; angka belakangnya sudah hilang",
            "was shortened with E+; its last digits are gone"),
        new Text(
            "ubah format sel menjadi angka penuh di berkas sumber, lalu simpan dan kirim lagi",
            "show the cell as a full number in the source file, then save and send it again"));
  }

  Fault fraction() {
    return new Fault(
        "integer.fraction",
        new Text("bukan bilangan bulat", "is not a whole number"),
        new Text(
            "betulkan sel, atau ganti type menjadi decimal atau tulis round: half-up di "
                + context.place(),
            "correct the cell, or change the type to decimal or write round: half-up at "
                + context.place()));
  }

  Fault scale(int scale) {
    return new Fault(
        "decimal.scale",
        new Text(
            "memiliki lebih dari " + scale + " angka di belakang koma",
            "has more than " + scale + " decimal places"),
        new Text(
            "betulkan sel, atau perbesar skala atau tulis round: half-up di " + context.place(),
            "correct the cell, or widen the scale or write round: half-up at " + context.place()));
  }

  Fault overflow(Text room) {
    return new Fault(
        type + ".overflow",
        new Text("terlalu besar: " + room.id(), "is too large: " + room.en()),
        new Text(
            "betulkan sel, atau perlebar type di " + context.place(),
            "correct the cell, or widen the type at " + context.place()));
  }

  Fault longCell() {
    return new Fault(
        "integer.number-cell",
        new Text(
            "adalah angka panjang di sel angka; Excel hanya menyimpan 15 angka pertama",
            "is a long number in a number cell; Excel keeps only its first 15 digits"),
        new Text(
            "bandingkan dengan dokumen asli; simpan nomor panjang sebagai teks",
            "compare it with the original document; keep long numbers as text"));
  }
}
