package id.pde.normalise;

import id.pde.mapping.ColumnSpec.ReadAs;
import id.pde.model.Cell;
import id.pde.model.Text;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** Text: tidied, and fit to be stored. */
final class TextReader implements ColumnReader {

  private enum Style {
    TIDY,
    WORD,
    EXACT
  }

  private final Style style;
  private final boolean sheet;

  TextReader(Column.Context context) {
    boolean key = context.presence() == Column.Presence.KEY;
    style =
        context.spec().reading().readAs() == ReadAs.EXACT
            ? Style.EXACT
            : key ? Style.WORD : Style.TIDY;
    sheet = context.isSheet();
  }

  @Override
  public @Nullable Object text(String raw, Findings findings) {
    String text =
        switch (style) {
          case TIDY -> Tidy.text(raw);
          case WORD -> Tidy.word(raw);
          case EXACT -> raw;
        };
    Fault fault = unstorable(text);
    if (fault != null) {
      return findings.invalid(fault);
    }
    return text.isEmpty() ? null : text;
  }

  /** What no PostgreSQL text can hold; null: all is well. */
  static @Nullable Fault unstorable(String text) {
    for (int i = 0; i < text.length(); i++) {
      char sign = text.charAt(i);
      if (sign == 0) {
        return new Fault(
            "text.nul",
            new Text("berisi tanda kosong U+0000", "holds the sign U+0000"),
            new Text(
                "hapus tanda itu di berkas sumber; biasanya berkas rusak atau charset salah",
                "remove that sign from the source file; the file is often damaged or the charset"
                    + " wrong"));
      }
      if (Character.isSurrogate(sign)) {
        boolean pair =
            Character.isHighSurrogate(sign)
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1));
        if (!pair) {
          return new Fault(
              "text.undecodable",
              new Text(
                  "berisi separuh tanda yang tidak dapat dibaca",
                  "holds half a sign that cannot be read"),
              new Text(
                  "simpan ulang berkas sumber sebagai UTF-8",
                  "save the source file as UTF-8 again"));
        }
        i++;
      }
    }
    return null;
  }

  @Override
  public @Nullable Object number(Cell.Numeric cell, Findings findings) {
    String exact = cell.exact();
    // Cell.text() would round a long number to 15 digits: no text column may change an identifier.
    if (exact.length() > 15 && exact.indexOf('.') < 0) {
      if (sheet) {
        findings.warn(
            new Fault(
                "text.number-cell",
                new Text(
                    "adalah angka panjang di sel angka; Excel hanya menyimpan 15 angka pertama",
                    "is a long number in a number cell; Excel keeps only its first 15 digits"),
                new Text(
                    "ubah kolom ini menjadi teks di berkas sumber, lalu isi lagi dari dokumen asli",
                    "make this column text in the source file, then enter it again from the"
                        + " original document")));
      }
      return exact;
    }
    return sheet ? cell.text() : exact;
  }

  @Override
  public @Nullable Object moment(Cell.Moment cell, Findings findings) {
    if (sheet && !(cell.value() instanceof LocalTime)) {
      findings.warn(
          new Fault(
              "text.date-cell",
              new Text(
                  "adalah sel tanggal di kolom teks; Excel mengubah teks seperti 10-14 menjadi"
                      + " tanggal",
                  "is a date cell in a text column; Excel turns texts such as 10-14 into dates"),
              new Text(
                  "jadikan kolom ini teks di berkas sumber, lalu isi lagi; bila memang tanggal,"
                      + " tulis type: date di pemetaan",
                  "make this column text in the source file, then enter it again; if it is a date,"
                      + " write type: date in the mapping")));
    }
    return cell.text();
  }

  @Override
  public @Nullable Object logical(Cell.Logical cell, Findings findings) {
    return cell.text();
  }
}
