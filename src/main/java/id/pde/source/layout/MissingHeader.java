package id.pde.source.layout;

import id.pde.mapping.TableForm.HeaderSpec;
import id.pde.model.Issue.Advice;
import id.pde.model.Text;
import id.pde.run.SourceUnreadable;
import java.util.stream.Collectors;

/** Says which headings were looked for and what came near. */
final class MissingHeader {

  private MissingHeader() {}

  static SourceUnreadable refusal(GridPlace place, LayoutPlan plan, NearHeadings near) {
    if (near.rows() == 0 && !(plan.header() instanceof HeaderSpec.AtRow)) {
      return blank(place);
    }
    Text where =
        plan.header() instanceof HeaderSpec.AtRow at
            ? at(at.row(), near.declaredCells())
            : new Text(
                "di antara " + near.rows() + " baris terisi yang pertama",
                "among the first " + near.rows() + " filled rows");
    return Faults.unreadable(
        "header.missing",
        place.whole(),
        new Advice("source.header", message(where, plan, near), fix(plan.header(), near.found())),
        null);
  }

  private static Text at(int row, int cells) {
    if (cells == 0) {
      return new Text("di baris " + row + ", yang kosong", "in row " + row + ", which is blank");
    }
    return new Text(
        "di baris " + row + " (" + cells + " isian lain di sana)",
        "in row " + row + " (" + cells + " other cells are filled there)");
  }

  private static Text message(Text where, LayoutPlan plan, NearHeadings near) {
    String names =
        near.wanted().stream()
            .map(one -> "\"" + one.headings().get(0) + "\"")
            .collect(Collectors.joining(", "));
    if (plan.unpivot() != null) {
      String pattern = "/" + plan.unpivot().columns().pattern() + "/";
      names = names.isEmpty() ? pattern : names + ", " + pattern;
    }
    String found = near.found();
    return new Text(
        "Baris judul kolom tidak ditemukan "
            + where.id()
            + (names.isEmpty() ? "" : ". Dicari: " + names)
            + (found.isEmpty() ? "." : ". Yang mirip: " + found + "."),
        "No row of headings was found "
            + where.en()
            + (names.isEmpty() ? "" : ". Looked for: " + names)
            + (found.isEmpty() ? "." : ". Nearest: " + found + "."));
  }

  private static Text fix(HeaderSpec header, String found) {
    if (header instanceof HeaderSpec.AtRow && !found.isEmpty()) {
      return new Text(
          "Ubah nomor baris pada \"header\" di pemetaan, atau tulis header: auto: judul dicari"
              + " menurut isinya.",
          "Change the row at \"header\" in the mapping, or write header: auto: headings are then"
              + " found by what they say.");
    }
    return new Text(
        "Tulis judul kolom seperti pada contoh, atau tambahkan judul ini pada \"from\" di"
            + " pemetaan.",
        "Write the headings as agreed, or add these headings to \"from\" in the mapping.");
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
}
