package id.pde.source.layout;

import id.pde.mapping.Headings;
import id.pde.mapping.TableForm.HeaderSpec;
import id.pde.model.Issue.Advice;
import id.pde.model.Location;
import id.pde.model.Text;
import id.pde.run.SourceUnreadable;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Says which headings were looked for and what came near. */
final class MissingHeader {

  private static final int SHOWN = 8;

  private MissingHeader() {}

  static SourceUnreadable refusal(GridPlace place, LayoutPlan plan, List<GridRow> rows) {
    if (rows.isEmpty() && !(plan.header() instanceof HeaderSpec.AtRow)) {
      return blank(place);
    }
    Text where =
        plan.header() instanceof HeaderSpec.AtRow at
            ? new Text("di baris " + at.row(), "in row " + at.row())
            : new Text(
                "di antara " + rows.size() + " baris terisi yang pertama",
                "among the first " + rows.size() + " filled rows");
    List<Wanted> wanted =
        plan.wanted().stream().sorted(Comparator.comparing(Wanted::role)).limit(SHOWN).toList();
    String names =
        wanted.stream().map(one -> quoted(one.headings().get(0))).collect(Collectors.joining(", "));
    String near = near(wanted, rows);
    Text message =
        new Text(
            "Baris judul kolom tidak ditemukan "
                + where.id()
                + ". Dicari: "
                + names
                + (near.isEmpty() ? "." : ". Yang mirip: " + near + "."),
            "No row of headings was found "
                + where.en()
                + ". Looked for: "
                + names
                + (near.isEmpty() ? "." : ". Nearest: " + near + "."));
    return Faults.unreadable(
        "header.missing",
        place.whole(),
        new Advice(
            "source.header",
            message,
            new Text(
                "Tulis judul kolom seperti pada contoh, atau tambahkan judul ini pada \"from\" di"
                    + " pemetaan.",
                "Write the headings as agreed, or add these headings to \"from\" in the mapping.")),
        null);
  }

  private static SourceUnreadable blank(GridPlace place) {
    return Faults.unreadable(
        "header.missing",
        place.whole(),
        new Advice(
            "source.header",
            new Text(
                "Tidak ada satu isian pun: semua baris kosong.",
                "There is not one value in it: all rows are blank."),
            new Text(
                "Pastikan data tersimpan di berkas ini, lalu kirim lagi.",
                "See that the data are saved in this file, then send it again.")),
        null);
  }

  /** Only what looks like a heading that is wanted: anything else may be somebody's value. */
  private static String near(List<Wanted> wanted, List<GridRow> rows) {
    Set<String> near = new LinkedHashSet<>();
    for (GridRow row : rows) {
      for (int column = 0; column < row.width() && near.size() < SHOWN; column++) {
        String text = row.filled(column) ? Tidy.line(row.text(column)) : "";
        if (!text.isEmpty() && text.length() <= 60 && resembles(text, wanted)) {
          near.add(quoted(text) + " (" + place(row, column) + ")");
        }
      }
    }
    return String.join(", ", near);
  }

  private static String place(GridRow row, int column) {
    return row.isText()
        ? row.number() + ":" + (column + 1)
        : Location.letters(column + 1) + row.number();
  }

  private static boolean resembles(String text, List<Wanted> wanted) {
    String form = Headings.form(text);
    for (Wanted one : wanted) {
      for (String heading : one.headings()) {
        String other = Headings.form(heading);
        boolean comparable = Math.min(form.length(), other.length()) >= 3;
        if (form.equals(other)
            || (comparable
                && (form.contains(other)
                    || 3 * Distance.between(form, other)
                        <= Math.max(form.length(), other.length())))) {
          return true;
        }
      }
    }
    return false;
  }

  private static String quoted(String text) {
    return "\"" + text + "\"";
  }
}
