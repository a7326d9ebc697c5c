package id.pde.run.explain;

import id.pde.mapping.yaml.Suggestion;
import id.pde.model.Issue;
import id.pde.model.Text;
import id.pde.run.ArchivedRow.Kept;
import id.pde.run.explain.RowVersions.Standing;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What is said where there is nothing to tell, or not all of it. */
final class ExplainWords {

  private ExplainWords() {}

  static final Text NO_RUN =
      new Text(
          "run ini tidak ada di buku besar; hanya isi tabel yang diketahui",
          "the ledger has no such run; only what the table holds is known");

  static final Text GONE =
      new Text(
          "berkasnya tidak ada lagi di arsip; sel dan nilai asli tidak dapat ditunjukkan",
          "its file is not in the archive any more; cells and raw values cannot be shown");

  private static final Text ERASED =
      new Text(
          "berkasnya dihapus dari arsip karena memuat data yang harus dihapus (lihat pde audit); sel"
              + " dan nilai asli tidak dapat ditunjukkan",
          "its file was deleted from the archive, for it held what had to be erased (see pde audit);"
              + " cells and raw values cannot be shown");

  /** Why a delivery cannot be read. */
  static Text missing(Kept kept) {
    return switch (kept) {
      case READABLE, GONE -> GONE;
      case CLOSED -> CLOSED;
      case ERASED -> ERASED;
    };
  }

  static final Text CLOSED =
      new Text(
          "arsipnya tidak boleh Anda baca; sel dan nilai asli tidak dapat ditunjukkan",
          "you may not read its archive; cells and raw values cannot be shown");

  static final Text NO_MAPPING =
      new Text(
          "pemetaan run itu tidak dapat dipakai lagi (daftar kode atau perangkat daerah berubah);"
              + " sel dan nilai asli tidak dapat ditunjukkan",
          "the mapping of that run cannot be used any more (code lists or agencies have changed);"
              + " cells and raw values cannot be shown");

  static final Text ABSENT =
      new Text(
          "baris ini tidak terbaca lagi dari arsip seperti dulu; sel dan nilai asli tidak dapat"
              + " ditunjukkan",
          "this row does not come out of the archive as it did; cells and raw values cannot be"
              + " shown");

  static Text unreadable(Issue issue) {
    return new Text(
        "arsipnya tidak dapat dibaca: " + issue.message().id(),
        "its archive cannot be read: " + issue.message().en());
  }

  static Text noTable(String name, List<String> tables) {
    if (tables.isEmpty()) {
      return new Text(
          "Tidak ada tabel " + name + "; belum ada yang dimuat.",
          "There is no table " + name + "; nothing has been loaded yet.");
    }
    Text near = Suggestion.fix(name, tables);
    return new Text(
        "Tidak ada tabel " + name + "; " + near.id(),
        "There is no table " + name + "; " + near.en());
  }

  static Text noRow(Standing table) {
    return new Text(
        "Tidak ada baris seperti itu di warehouse."
            + table.table()
            + ", sekarang maupun dulu."
            + (table.key().isEmpty() ? "" : " Kuncinya: " + keys(table) + "."),
        "There is no such row in warehouse."
            + table.table()
            + ", now or before."
            + (table.key().isEmpty() ? "" : " Its key: " + keys(table) + "."));
  }

  static Text keyed(Standing table) {
    String values =
        table.key().stream()
            .map(column -> column.toUpperCase(Locale.ROOT))
            .collect(Collectors.joining(" "));
    String command = "pde explain " + table.table() + " " + values;
    return new Text(
        "Kunci tabel " + table.table() + ": " + keys(table) + ". Tulis: " + command,
        "The key of table " + table.table() + ": " + keys(table) + ". Write: " + command);
  }

  static Text unkeyed(Standing table) {
    String command = "pde explain " + table.table() + " --run N --row \"...\"";
    return new Text(
        "Tabel "
            + table.table()
            + " tidak berkunci; sebut run dan barisnya (_run dan _row): "
            + command,
        "Table "
            + table.table()
            + " has no key; name the run and its row (_run and _row): "
            + command);
  }

  static Text nameless(String column) {
    return new Text(
        "Kolom "
            + column
            + " berisi nama samaran, dan kuncinya tidak ada di sini (pde keys). Tulis nama"
            + " samarannya seperti di tabel.",
        "Column "
            + column
            + " holds pseudonyms, and their key is not here (pde keys). Write the pseudonym as the"
            + " table has it.");
  }

  private static String keys(Standing table) {
    return String.join(", ", table.key());
  }
}
