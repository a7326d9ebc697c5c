package id.pde.mapping;

import id.pde.mapping.Block.Where;
import id.pde.mapping.PeriodSpec.Source;
import id.pde.mapping.RecordRules.Derivation;
import id.pde.mapping.cel.Formula;
import id.pde.mapping.cel.ValueKind;
import id.pde.model.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@code derive} and {@code when} of columns. */
final class DerivationReader {

  static final String KEY = "derive";

  /** Keys that say how a value is read from a delivery. */
  private static final List<String> OF_READING =
      List.of(
          "from",
          "format",
          "read",
          "extract",
          "no-value",
          "values",
          "scale",
          "when-true",
          "when-false",
          "agrees-with");

  private final List<ColumnSpec> specs;
  private final Map<String, Block> blocks;
  private final FormulaReader formulas;
  private final Map<String, Derivation> found = new LinkedHashMap<>();

  DerivationReader(List<ColumnSpec> specs, Map<String, Block> blocks, FormulaReader formulas) {
    this.specs = specs;
    this.blocks = blocks;
    this.formulas = formulas;
  }

  /** Keys of a column that rule each other out. */
  static void checkKeys(Block column) {
    if (!column.has(KEY)) {
      if (column.has("when")) {
        column.fault(
            "column.unfit",
            column.where("when"),
            new Text("when hanya untuk kolom dengan derive", "when is for columns with derive"),
            new Text("hapus, atau tulis derive", "take it out, or write derive"));
      }
      return;
    }
    for (String key : OF_READING) {
      if (column.has(key)) {
        column.fault(
            "column.unfit",
            column.where(key),
            new Text(
                key + " tidak berlaku bagi kolom dengan derive", key + " does not go with derive"),
            new Text("hapus salah satunya", "take one of them out"));
      }
    }
  }

  /** The derivations without fault, each after those that it depends on. */
  List<Derivation> read() {
    for (ColumnSpec spec : specs) {
      Block block = blocks.get(spec.name());
      if (block != null && block.has(KEY)) {
        Formula value = formulas.read(block, KEY);
        Formula when = formulas.condition(block, "when");
        if (value != null && fits(spec, value, block)) {
          Derivation derivation =
              new Derivation(spec.name(), value, when, block.where(KEY).place());
          found.put(spec.name(), derivation);
          checkClass(spec, derivation, block);
        }
      }
      checkParent(spec, block);
    }
    return ordered();
  }

  /** The period of a row has to be known before anything is calculated from it. */
  static void checkPeriod(@Nullable PeriodSpec period, Map<String, Block> blocks) {
    for (PeriodSpec.Source source : period == null ? List.<Source>of() : period.sources()) {
      Block column = source instanceof PeriodSpec.InColumn in ? blocks.get(in.column()) : null;
      if (column != null && column.has(KEY)) {
        column.fault(
            "column.unfit",
            column.where(KEY),
            new Text(
                "periode baris dicari di kolom ini sebelum ada yang dihitung",
                "the period of a row is looked for in this column before anything is calculated"),
            new Text("pilih kolom yang dibaca dari berkas", "choose a column that is read"));
      }
    }
  }

  private static boolean fits(ColumnSpec spec, Formula value, Block block) {
    ValueKind wanted = FormulaReader.kind(spec.type());
    boolean widened = wanted == ValueKind.DECIMAL && value.kind() == ValueKind.INTEGER;
    if (value.kind() == wanted || widened) {
      return true;
    }
    Text kind = value.kind().shown();
    boolean whole = wanted == ValueKind.INTEGER && value.kind() == ValueKind.DECIMAL;
    block.fault(
        "formula.kind",
        block.where(KEY),
        new Text(
            "hasil rumus ini " + kind.id() + ", tetapi isi kolomnya " + wanted.shown().id(),
            "what comes of this formula is "
                + kind.en()
                + ", but the column holds "
                + wanted.shown().en()),
        whole
            ? new Text("tulis int(round(...))", "write int(round(...))")
            : new Text("ubah type atau rumusnya", "change the type or the formula"));
    return false;
  }

  /** What is calculated from personal data may be personal: a person has to say what it is. */
  private void checkClass(ColumnSpec spec, Derivation derivation, Block block) {
    for (String name : columns(derivation)) {
      boolean closed = specs.stream().anyMatch(one -> one.name().equals(name) && !one.open());
      if (closed && block.lacks("class")) {
        block.fault(
            "class.missing",
            new Where("class", spec.place()),
            new Text(
                "dihitung dari " + name + " yang bersifat pribadi, tetapi class tidak ditulis",
                "this is calculated from " + name + ", which is personal; class is not written"),
            new Text(
                "tulis class: pribadi-umum, pribadi-spesifik, internal atau publik",
                "write class: pribadi-umum, pribadi-spesifik, internal or publik"));
        return;
      }
    }
  }

  private void checkParent(ColumnSpec spec, @Nullable Block block) {
    String parent =
        spec.type() instanceof ColumnType.CodeType code ? code.narrowing().parentColumn() : null;
    Block above = parent == null ? null : blocks.get(parent);
    if (block != null && above != null && above.has(KEY) && !block.has(KEY)) {
      block.fault(
          "column.parent",
          block.where("parent"),
          new Text(
              "kolom " + parent + " dihitung sesudah kolom ini dibaca",
              "the column " + parent + " is calculated after this one is read"),
          new Text("pilih kolom yang dibaca dari berkas", "choose a column that is read"));
    }
  }

  private List<Derivation> ordered() {
    List<Derivation> ordered = new ArrayList<>();
    Set<String> done = new LinkedHashSet<>();
    for (Derivation derivation : found.values()) {
      if (!take(derivation, new LinkedHashSet<>(), done, ordered)) {
        return List.of();
      }
    }
    return ordered;
  }

  private boolean take(
      Derivation derivation, Set<String> path, Set<String> done, List<Derivation> ordered) {
    String name = derivation.column();
    if (done.contains(name)) {
      return true;
    }
    if (!path.add(name)) {
      circle(name, path);
      return false;
    }
    for (String needed : columns(derivation)) {
      Derivation source = found.get(needed);
      if (source != null && !take(source, path, done, ordered)) {
        return false;
      }
    }
    path.remove(name);
    done.add(name);
    ordered.add(derivation);
    return true;
  }

  private static Set<String> columns(Derivation derivation) {
    Set<String> columns = new LinkedHashSet<>(derivation.value().columns());
    if (derivation.when() != null) {
      columns.addAll(derivation.when().columns());
    }
    return columns;
  }

  private void circle(String name, Set<String> path) {
    List<String> names = new ArrayList<>(path);
    List<String> round = new ArrayList<>(names.subList(names.indexOf(name), names.size()));
    round.add(name);
    String shown = String.join(" -> ", round);
    Block block = blocks.get(name);
    if (block != null) {
      block.fault(
          "formula.circle",
          block.where(KEY),
          new Text("rumus ini berputar: " + shown, "these formulas go in a circle: " + shown),
          new Text(
              "hitung salah satunya dari kolom berkas", "calculate one of them from read columns"));
    }
  }
}
