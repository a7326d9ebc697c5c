package id.pde.mapping;

import id.pde.mapping.Block.Where;
import id.pde.mapping.yaml.Quoted;
import id.pde.mapping.yaml.YamlNode.Scalar;
import id.pde.model.Text;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Names of tables and columns of the warehouse, of agencies and of datasets. */
public final class Names {

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");
  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9_-]{0,62}");

  /** Columns that every table of PostgreSQL has already. */
  private static final Set<String> OF_POSTGRESQL =
      Set.of("tableoid", "xmin", "cmin", "xmax", "cmax", "ctid");

  private Names() {}

  /** Whether a table or column may be called so. */
  static boolean fits(String name) {
    return NAME.matcher(name).matches();
  }

  /** Whether an agency or dataset may be called so. */
  public static boolean fitsId(String name) {
    return ID.matcher(name).matches();
  }

  static void checkTable(Block target, Scalar name) {
    if (!fits(name.text())) {
      refuse(target, new Where("table", name.place()), name.text());
    }
  }

  static void checkColumn(Block columns, Scalar name) {
    Where where = new Where(name.text(), name.place());
    if (name.text().startsWith("_")) {
      columns.fault(
          "name.reserved",
          where,
          new Text(
              name.shown() + ": nama yang dimulai _ milik PDE",
              name.shown() + ": names that begin with _ belong to PDE"),
          new Text("hapus _ di depan", "take the leading _ away"));
    } else if (OF_POSTGRESQL.contains(name.text())) {
      columns.fault(
          "name.reserved",
          where,
          new Text(
              name.shown() + " sudah dipakai PostgreSQL di setiap tabel",
              name.shown() + " is a column that PostgreSQL has in every table"),
          new Text("pilih nama lain", "choose another name"));
    } else if (!fits(name.text())) {
      refuse(columns, where, name.text());
    }
  }

  private static void refuse(Block block, Where where, String name) {
    String shown = Quoted.of(name);
    String better = proposal(name);
    Text fix =
        better.isEmpty()
            ? new Text(
                "huruf kecil a-z, angka dan _, dimulai huruf, paling panjang 63",
                "small letters a-z, digits and _, a letter first, at most 63")
            : new Text("tulis " + better, "write " + better);
    block.fault(
        "name.form",
        where,
        new Text(
            shown + " tidak dapat menjadi nama di gudang data",
            shown + " cannot be a name in the warehouse"),
        fix);
  }

  /** A name that fits and is close to what was written; empty where none can be made. */
  private static String proposal(String name) {
    String tidy =
        name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceAll("^[0-9_]+|_+$", "");
    String cut = tidy.length() > 63 ? tidy.substring(0, 63) : tidy;
    return fits(cut) ? cut : "";
  }
}
