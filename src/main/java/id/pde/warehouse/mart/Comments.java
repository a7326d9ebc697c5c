package id.pde.warehouse.mart;

import id.pde.mapping.ColumnSpec;
import id.pde.mapping.ColumnType;
import id.pde.mapping.Mapping;
import id.pde.model.Text;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is said of tables and columns: Indonesian, then English behind a slash where it differs. */
final class Comments {

  private static final Map<String, Text> ORIGIN =
      Map.of(
          "_run", new Text("Run yang menulis baris ini", "The run that wrote this row"),
          "_row",
              new Text("Letak baris di dalam kirimannya", "Where the row stands in its delivery"),
          "_period", new Text("Periode data", "The period that the data speak of"),
          "_since",
              new Text(
                  "Run pembatalan yang memberlakukan versi ini lagi; kosong: sejak _run",
                  "The run that took another one back and brought this version back; empty: since _run"),
          "_run_begun", new Text("Sejak run ini versi ini berlaku", "Since this run it stands"),
          "_run_ended",
              new Text("Run yang mengakhiri versi ini", "The run that ended this version"),
          "_ended_by", new Text("Diubah (update) atau dihapus (delete)", "Updated or deleted"));

  private Comments() {}

  static String table(Mapping mapping) {
    return joined(mapping.title(), mapping.description());
  }

  static String of(ColumnSpec column) {
    Text title = column.title();
    String said =
        title == null && column.description() == null
            ? ""
            : joined(title == null ? Text.same("") : title, column.description());
    if (!said.isEmpty()) {
      return said;
    }
    if (column.type() instanceof ColumnType.CodeType code) {
      return both(new Text("Kode dari daftar " + code.list(), "Code of the list " + code.list()));
    }
    String from = String.join(", ", column.from());
    return from.isEmpty() ? column.name() : both(new Text("Dari " + from, "From " + from));
  }

  /** Of a column that PDE adds; null: it is none. */
  static @Nullable String origin(String column) {
    Text text = ORIGIN.get(column);
    return text == null ? null : both(text);
  }

  static String masked(ColumnSpec column) {
    return of(column) + " (" + both(new Text("disamarkan", "masked")) + ")";
  }

  static String name(ColumnSpec column, String list) {
    return both(
        new Text(
            "Nama dari kode di " + column.name() + ", menurut daftar " + list,
            "Name of the code in " + column.name() + ", by the list " + list));
  }

  static String history(Mapping mapping) {
    return both(new Text("Versi yang sudah berakhir", "Versions that ended"))
        + ": "
        + table(mapping);
  }

  static String versions() {
    return both(
        new Text(
            "Semua versi; yang tanpa _run_ended berlaku sekarang",
            "All versions; those without _run_ended stand now"));
  }

  static String asOf(String table) {
    return both(
        new Text(
            table + " seperti pada suatu saat; lihat terbit di mart.dim_run",
            table + " as it was at an instant; see terbit in mart.dim_run"));
  }

  static String asOfRun(String table) {
    return both(
        new Text(
            table + " seperti setelah suatu run; lihat mart.dim_run",
            table + " as it was after a run; see mart.dim_run"));
  }

  private static String joined(Text title, @Nullable Text description) {
    if (description == null) {
      return both(title);
    }
    return both(
        new Text(sentences(title.id(), description.id()), sentences(title.en(), description.en())));
  }

  private static String sentences(String title, String description) {
    return String.join(
        ". ", List.of(title, description).stream().filter(s -> !s.isEmpty()).toList());
  }

  private static String both(Text text) {
    return text.id().equals(text.en()) ? text.id() : text.id() + " / " + text.en();
  }
}
