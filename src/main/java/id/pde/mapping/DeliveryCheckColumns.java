package id.pde.mapping;

import id.pde.mapping.Block.Where;
import id.pde.mapping.ColumnSpec.Protect;
import id.pde.mapping.DeliveryCheck.Stated;
import id.pde.mapping.yaml.Suggestion;
import id.pde.mapping.yaml.YamlNode.Scalar;
import id.pde.model.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The columns that checks of a delivery name, each fit for what is asked of it. */
final class DeliveryCheckColumns {

  private final Map<String, ColumnSpec> specs = new LinkedHashMap<>();
  private final Set<String> names;
  private final RecordRules records;

  /**
   * The columns of a mapping.
   *
   * @param names of the file; those without a spec have faults of their own
   */
  DeliveryCheckColumns(List<ColumnSpec> columns, Set<String> names, RecordRules records) {
    columns.forEach(spec -> specs.put(spec.name(), spec));
    this.names = names;
    this.records = records;
  }

  @Nullable String any(Block block, String key) {
    Scalar written = block.scalar(key);
    ColumnSpec spec = written == null ? null : known(block, key, written);
    return spec == null ? null : spec.name();
  }

  /** One or several. */
  List<String> several(Block block, String key) {
    List<String> found = new ArrayList<>();
    for (Scalar written : block.scalars(key)) {
      ColumnSpec spec = known(block, key, written);
      if (spec != null) {
        found.add(spec.name());
      }
    }
    return found;
  }

  @Nullable String number(Block block, String key) {
    ColumnSpec spec = spec(block, key);
    if (spec == null || isNumber(spec)) {
      return spec == null ? null : spec.name();
    }
    unfit(
        block,
        key,
        new Text(spec.name() + " bukan angka", spec.name() + " is no number"),
        new Text("pilih kolom integer atau decimal", "choose a column of integer or decimal"));
    return null;
  }

  @Nullable String code(Block block, String key) {
    ColumnSpec spec = spec(block, key);
    if (spec == null || spec.type() instanceof ColumnType.CodeType) {
      return spec == null ? null : spec.name();
    }
    unfit(
        block,
        key,
        new Text(spec.name() + " bukan code(...)", spec.name() + " is not code(...)"),
        new Text("pilih kolom code(daftar)", "choose a column of code(list)"));
    return null;
  }

  /** A number that stands in the table as it is. */
  @Nullable String shownNumber(Block block, String key) {
    String name = number(block, key);
    return name == null || stored(block, key) == null ? null : name;
  }

  /** A column that stands in the table as it is. */
  @Nullable String stored(Block block, String key) {
    return kept(block, key, Set.of(Protect.NONE));
  }

  /** A column whose equal values are equal in the table. */
  @Nullable String comparable(Block block, String key) {
    return kept(block, key, Set.of(Protect.NONE, Protect.HMAC));
  }

  private @Nullable String kept(Block block, String key, Set<Protect> fit) {
    ColumnSpec spec = spec(block, key);
    if (spec == null || fit.contains(spec.protect())) {
      return spec == null ? null : spec.name();
    }
    unfit(
        block,
        key,
        new Text(
            "nilai " + spec.name() + " tidak disimpan utuh (protect)",
            "the values of " + spec.name() + " are not kept whole (protect)"),
        new Text("pilih kolom lain", "choose another column"));
    return null;
  }

  /** A total row has a value only in columns that are read from a column of the file. */
  void readFromRows(Block block, String column, Stated stated, SourceSpec source) {
    if (!(stated instanceof Stated.TotalRow)) {
      return;
    }
    boolean unpivots = source.table().unpivot() != null;
    if (unpivots || records.derives(column)) {
      unfit(
          block,
          "sum",
          new Text(
              "baris jumlah tidak punya sel untuk " + column,
              "a total row has no cell for " + column),
          unpivots
              ? new Text(
                  "total-row tidak berlaku bersama unpivot", "total-row does not go with unpivot")
              : new Text("pilih kolom yang dibaca", "choose a column that is read"));
    }
  }

  private static boolean isNumber(ColumnSpec spec) {
    return spec.type() instanceof ColumnType.IntegerType
        || spec.type() instanceof ColumnType.DecimalType;
  }

  private @Nullable ColumnSpec spec(Block block, String key) {
    Scalar written = block.scalar(key);
    return written == null ? null : known(block, key, written);
  }

  private @Nullable ColumnSpec known(Block block, String key, Scalar written) {
    ColumnSpec spec = specs.get(written.text());
    if (spec == null && !names.contains(written.text())) {
      block.fault(
          "check.column",
          new Where(key, written.place()),
          new Text(
              written.shown() + " bukan kolom pemetaan ini",
              written.shown() + " is not a column of this mapping"),
          Suggestion.fix(written.text(), names));
    }
    return spec;
  }

  private static void unfit(Block block, String key, Text message, Text fix) {
    block.fault("check.column", block.where(key), message, fix);
  }
}
