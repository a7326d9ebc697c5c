package id.pde.mapping;

import id.pde.mapping.Block.Where;
import id.pde.mapping.TargetSpec.LoadMode;
import id.pde.mapping.TargetSpec.Repeated;
import id.pde.mapping.yaml.Suggestion;
import id.pde.mapping.yaml.YamlNode.Items;
import id.pde.mapping.yaml.YamlNode.Scalar;
import id.pde.model.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the {@code target} block. */
final class TargetReader {

  static final Choice<LoadMode> LOADS =
      Choice.of(
          Map.of("append", LoadMode.APPEND, "merge", LoadMode.MERGE, "replace", LoadMode.REPLACE));

  private static final Set<String> DIMENSIONS =
      Set.of("dim_wilayah", "dim_tanggal", "dim_instansi", "dim_run");

  private final Block target;

  private TargetReader(Block target) {
    this.target = target;
  }

  static TargetSpec read(Block target, Set<String> columns) {
    return new TargetReader(target).read(columns);
  }

  private TargetSpec read(Set<String> columns) {
    Scalar table = target.scalar("table");
    if (table != null) {
      Names.checkTable(target, table);
      refuseDimension(table);
    } else if (target.lacks("table")) {
      missingTable();
    }
    List<String> key = key(columns);
    LoadMode preset = key.isEmpty() ? LoadMode.APPEND : LoadMode.MERGE;
    LoadMode load = target.choice("load", LOADS, preset);
    boolean noKey =
        target.lacks("key")
            || (target.node("key") instanceof Items items && items.nodes().isEmpty());
    if (load == LoadMode.MERGE && noKey) {
      target.fault(
          "target.key",
          target.where("load"),
          new Text("load: merge perlu key", "load: merge needs a key"),
          new Text(
              "tulis key: [kolom], atau load: append", "write key: [column], or load: append"));
    }
    TargetTerms terms = new TargetTerms(target, columns);
    Repeated repeated = terms.repeated();
    if (repeated != Repeated.REJECT && noKey) {
      target.fault(
          "target.repeated",
          target.where("repeated"),
          new Text(
              "tanpa key tidak ada baris yang berulang", "without a key no row is a repeated one"),
          new Text(
              "tulis key: [kolom], atau hapus repeated", "write key: [column], or drop repeated"));
    }
    return new TargetSpec(
        table == null ? "" : table.text(), key, load, repeated, terms.read(key, load));
  }

  /** Every table has a view of its name in the schema mart. */
  private void refuseDimension(Scalar table) {
    if (DIMENSIONS.contains(table.text())) {
      target.fault(
          "target.table",
          target.where("table"),
          new Text(
              table.shown() + " adalah nama dimensi di mart",
              table.shown() + " is the name of a dimension in mart"),
          new Text("tulis nama tabel lain", "write another name of a table"));
    }
  }

  private void missingTable() {
    target.fault(
        "mapping.missing",
        new Where("table", target.place()),
        new Text("target.table tidak ada", "target.table is missing"),
        new Text("tulis target: {table: nama_tabel}", "write target: {table: name_of_table}"));
  }

  private List<String> key(Set<String> columns) {
    return columns(target, "key", "target.key", columns);
  }

  /** Names of columns, each at most once. */
  static List<String> columns(Block target, String list, String code, Set<String> columns) {
    List<String> found = new ArrayList<>();
    for (Scalar name : target.scalars(list)) {
      Where where = new Where(list, name.place());
      if (!columns.contains(name.text())) {
        target.fault(
            code,
            where,
            new Text(
                name.shown() + " bukan kolom pemetaan ini",
                name.shown() + " is not a column of this mapping"),
            Suggestion.fix(name.text(), columns));
      } else if (found.contains(name.text())) {
        target.fault(
            code,
            where,
            new Text(name.shown() + " ada dua kali", name.shown() + " is there twice"),
            new Text("hapus salah satunya", "take one of them out"));
      } else {
        found.add(name.text());
      }
    }
    return found;
  }
}
