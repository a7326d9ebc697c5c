package id.pde.mapping;

import id.pde.mapping.ColumnSpec.Protect;
import id.pde.mapping.yaml.YamlNode.Scalar;
import id.pde.model.Text;

/** What is wrong with the {@code protect} of a column. */
final class ProtectFaults {

  private ProtectFaults() {}

  /** Only a text has identifiers inside. */
  static void notText(Block column) {
    column.fault(
        "protect.scrub",
        column.where("protect"),
        new Text("protect: scrub hanya untuk type: text", "protect: scrub is for type: text only"),
        new Text(
            "pakai mask, hmac atau drop, atau type: text",
            "use mask, hmac or drop, or type: text"));
  }

  /** Rows with different keys must stay different. */
  static void checkKey(Block column) {
    Protect protect = written(column);
    if (protect == Protect.NONE || protect == Protect.HMAC) {
      return;
    }
    column.fault(
        "protect.key",
        column.where("protect"),
        new Text(
            "kolom kunci hanya boleh protect: hmac atau none; kunci yang ditutup atau dihapus"
                + " tidak membedakan baris lagi",
            "a key column takes protect: hmac or none only; a masked or dropped key does not tell"
                + " rows apart any more"),
        new Text("tulis protect: hmac", "write protect: hmac"));
  }

  /** The period of a row is written beside it, unprotected. */
  static void checkPeriod(Block column) {
    if (written(column) == Protect.NONE) {
      return;
    }
    column.fault(
        "protect.period",
        column.where("protect"),
        new Text(
            "periode baris diambil dari kolom ini, maka nilainya tetap terlihat di _period",
            "the period of the row comes from this column, so its value stays visible in _period"),
        new Text(
            "hapus protect, atau ambil periode dari tempat lain",
            "take protect out, or take the period from somewhere else"));
  }

  private static Protect written(Block column) {
    return column.node("protect") instanceof Scalar word
        ? ColumnReader.PROTECT.built().getOrDefault(word.text(), Protect.NONE)
        : Protect.NONE;
  }
}
