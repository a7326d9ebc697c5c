package id.pde.source.layout;

import id.pde.model.Field;
import id.pde.model.Header;
import id.pde.model.Issue;
import id.pde.model.Issue.Advice;
import id.pde.model.Severity;
import id.pde.model.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Whether a row of a text file can be trusted: its bytes, and its number of fields. */
final class RowShape {

  private static final Text FIX_FIELDS =
      new Text(
          "Perbaiki baris ini di sumbernya: jumlah isian harus sama dengan judul kolom; isian yang"
              + " memuat pemisah harus diapit tanda kutip, dan baris berlebar tetap harus sampai ke"
              + " isian terakhir.",
          "Correct this row at its source: as many fields as headings; a field that holds the"
              + " delimiter must stand in quotes, and a line of fixed widths must reach its last field.");

  private final Header header;

  /** Per file column the field, or -1; columns right of the last field have none. */
  private final int[] fieldOf;

  private final int lastNamed;

  /** Whether some file column left of the last field is no field. */
  private final boolean gaps;

  RowShape(Header header) {
    this.header = header;
    List<Field> fields = header.fields();
    int width = fields.isEmpty() ? 0 : fields.get(fields.size() - 1).column();
    this.fieldOf = new int[width];
    Arrays.fill(fieldOf, -1);
    int named = 0;
    for (int i = 0; i < fields.size(); i++) {
      fieldOf[fields.get(i).column() - 1] = i;
      named = fields.get(i).heading().isEmpty() ? named : fields.get(i).column();
    }
    this.lastNamed = named;
    this.gaps = fields.size() < width;
  }

  List<Issue> issues(GridRow row) {
    boolean text = header.origin() == Header.Origin.TEXT;
    if (!text || (row.width() == fieldOf.length && row.faults().isEmpty() && !gaps)) {
      return List.of();
    }
    List<Issue> issues = new ArrayList<>();
    byteFaults(row, issues);
    if (row.width() < lastNamed) {
      issues.add(tooShort(row));
      return issues;
    }
    for (int column = 0; column < row.width(); column++) {
      if ((column >= fieldOf.length || fieldOf[column] < 0) && row.filled(column)) {
        issues.add(ragged(row, column));
        return issues;
      }
    }
    return issues;
  }

  private Issue tooShort(GridRow row) {
    return Issue.of(
        "row.short",
        Severity.REJECT,
        header.location(row.number(), -1),
        new Advice(
            "row.short",
            new Text(
                "Baris ini berisi "
                    + row.width()
                    + " isian; judul kolom terakhir ada pada isian ke-"
                    + lastNamed
                    + ".",
                "This row has "
                    + row.width()
                    + " fields; the last heading stands at field "
                    + lastNamed
                    + "."),
            FIX_FIELDS));
  }

  private Issue ragged(GridRow row, int column) {
    return Issue.of(
        "row.ragged",
        Severity.REJECT,
        header.location(row.number(), -1),
        new Advice(
            "row.ragged",
            new Text(
                "Baris ini berisi "
                    + row.width()
                    + " isian; isian ke-"
                    + (column + 1)
                    + " terisi tetapi tidak punya judul kolom.",
                "This row has "
                    + row.width()
                    + " fields; field "
                    + (column + 1)
                    + " is filled but has no heading."),
            FIX_FIELDS));
  }

  /** One issue per column and kind: a field in another charset may hold hundreds of such bytes. */
  private void byteFaults(GridRow row, List<Issue> issues) {
    Map<String, Integer> seen = new HashMap<>();
    for (RowFault fault : row.faults()) {
      if (seen.merge(fault.kind() + "/" + fault.column(), 1, Integer::sum) > 1) {
        continue;
      }
      int field = fault.column() <= fieldOf.length ? fieldOf[fault.column() - 1] : -1;
      issues.add(
          switch (fault.kind()) {
            case UNDECODABLE -> undecodable(row, fault, field);
            case NUL -> nul(row, field);
            case STRAY_QUOTE, ESCAPED_QUOTE, TAB ->
                SignFault.of(fault.kind(), header.location(row.number(), field));
          });
    }
  }

  private Issue undecodable(GridRow row, RowFault fault, int field) {
    return Issue.of(
        "charset.undecodable",
        Severity.REJECT,
        header.location(row.number(), field),
        new Advice(
            "source.charset",
            new Text(
                "Byte ke-" + fault.offset() + " bukan huruf dalam pengodean berkas ini.",
                "The byte at offset "
                    + fault.offset()
                    + " is no sign in the charset of this file."),
            new Text(
                "Simpan berkas sebagai UTF-8, atau tulis pengodean yang benar pada \"charset\" di"
                    + " pemetaan.",
                "Save the file as UTF-8, or write the right charset in the mapping.")));
  }

  private Issue nul(GridRow row, int field) {
    return Issue.of(
        "text.nul",
        Severity.REJECT,
        header.location(row.number(), field),
        new Advice(
            "text.nul",
            new Text(
                "Isian ini memuat karakter kosong (U+0000).",
                "This field holds the null character (U+0000)."),
            new Text("Hapus karakter itu di sumbernya.", "Remove that character at its source.")));
  }
}
