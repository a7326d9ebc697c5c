package id.pde.mapping;

import id.pde.mapping.Block.Spot;
import id.pde.mapping.Block.Where;
import id.pde.mapping.RecordRules.Deletion;
import id.pde.mapping.RecordRules.Derivation;
import id.pde.mapping.TargetSpec.Terms;
import id.pde.mapping.cel.Formula;
import id.pde.mapping.cel.Scope;
import id.pde.mapping.yaml.Quoted;
import id.pde.mapping.yaml.Suggestion;
import id.pde.mapping.yaml.YamlNode;
import id.pde.mapping.yaml.YamlNode.Entries;
import id.pde.mapping.yaml.YamlNode.Entry;
import id.pde.model.Text;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@code columns} and checks them against the rest of the mapping. */
final class ColumnsReader {

  /** PostgreSQL takes 1600 columns; PDE adds its own. */
  private static final int MAX_COLUMNS = 1500;

  private final Block top;
  private final TypeReader types;
  private final Map<String, Block> blocks = new LinkedHashMap<>();

  ColumnsReader(Block top, TypeReader types) {
    this.top = top;
    this.types = types;
  }

  /** The columns that are without fault. */
  List<ColumnSpec> read() {
    YamlNode node = top.node("columns");
    List<ColumnSpec> specs = new ArrayList<>();
    if (!(node instanceof Entries columns) || columns.entries().isEmpty()) {
      noColumns(node);
      return specs;
    }
    Block names = Block.absent("columns", columns.place(), top.faults());
    if (columns.entries().size() > MAX_COLUMNS) {
      names.fault(
          "mapping.size",
          new Where("", columns.place()),
          new Text(
              columns.entries().size() + " kolom; batasnya " + MAX_COLUMNS,
              columns.entries().size() + " columns; the limit is " + MAX_COLUMNS),
          new Text("bagi menjadi beberapa pemetaan", "split it into several mappings"));
    }
    ColumnReader reader = new ColumnReader(types);
    for (Entry entry : columns.entries()) {
      Names.checkColumn(names, entry.key());
      Spot spot = new Spot(names.path(entry.name()), top.faults());
      Block block = Block.of(entry.value(), Level.COLUMN, spot);
      blocks.put(entry.name(), block);
      if (entry.value() instanceof Entries) {
        ColumnSpec spec = reader.read(entry.key(), block);
        if (spec != null) {
          specs.add(spec);
        }
      }
    }
    NarrowingReader.checkParents(specs, blocks);
    AgreementReader.check(specs, blocks);
    return specs;
  }

  private void noColumns(@Nullable YamlNode node) {
    if (node == null && !top.lacks("columns")) {
      return;
    }
    top.fault(
        node == null ? "mapping.missing" : "mapping.shape",
        new Where("columns", node == null ? top.place() : node.place()),
        new Text("tidak ada kolom", "there are no columns"),
        new Text(
            "tulis columns: dengan satu baris per kolom, misalnya nama: {type: text}",
            "write columns: with one line per column, such as title: {type: text}"));
  }

  /** Every name that the file gives to a column, at fault or not. */
  Set<String> names() {
    return blocks.keySet();
  }

  /** The blocks of the columns by their names. */
  Map<String, Block> blocks() {
    return blocks;
  }

  /** A key column must have a value in every row, unless another key takes its place. */
  void checkKey(TargetSpec target) {
    Terms terms = target.terms();
    if (terms.otherKey().isEmpty()) {
      checkFilled(target.key());
    } else {
      checkStored(target.key());
    }
    checkFilled(terms.otherKey());
    checkFilled(terms.per().columns());
  }

  private void checkStored(List<String> key) {
    for (String name : key) {
      Block column = blocks.get(name);
      if (column != null) {
        ProtectFaults.checkKey(column);
      }
    }
  }

  private void checkFilled(List<String> key) {
    for (String name : key) {
      Block column = blocks.get(name);
      if (column == null) {
        continue;
      }
      if (says(column, "required", "false")) {
        column.fault(
            "key.optional",
            column.where("required"),
            new Text("kolom kunci selalu wajib diisi", "a key column always has to have a value"),
            new Text("hapus required: false", "take required: false out"));
      }
      if (says(column, "invalid", "empty")) {
        column.fault(
            "key.optional",
            column.where("invalid"),
            new Text("kolom kunci tidak boleh dikosongkan", "a key column may not be left empty"),
            new Text("hapus invalid: empty", "take invalid: empty out"));
      }
      ProtectFaults.checkKey(column);
    }
  }

  /** The period of a row stands in the warehouse as it is. */
  void checkPeriod(@Nullable PeriodSpec period) {
    if (period == null) {
      return;
    }
    for (PeriodSpec.Source source : period.sources()) {
      Block column = source instanceof PeriodSpec.InColumn in ? blocks.get(in.column()) : null;
      if (column != null) {
        ProtectFaults.checkPeriod(column);
      }
    }
  }

  /** What the columns calculate and what has to hold for them. */
  RecordRules records(
      List<ColumnSpec> specs, ZoneId zone, @Nullable PeriodSpec period, Block target) {
    Scope.Setting setting = new Scope.Setting(types.codeLists(), zone);
    FormulaReader formulas = new FormulaReader(specs, names(), setting);
    List<Derivation> derivations = new DerivationReader(specs, blocks, formulas).read();
    DerivationReader.checkPeriod(period, blocks);
    Formula deletes = formulas.condition(target, TargetTerms.DELETE_WHEN);
    Deletion deletion =
        deletes == null
            ? null
            : new Deletion(deletes, target.where(TargetTerms.DELETE_WHEN).place());
    return new RecordRules(derivations, new RulesReader(top, formulas).read(), deletion);
  }

  private static boolean says(Block column, String key, String word) {
    return column.node(key) instanceof YamlNode.Scalar scalar && scalar.text().equals(word);
  }

  /** Without headings in the file, a column can only come from one of the declared fields. */
  void checkFields(List<ColumnSpec> specs, List<String> fields) {
    List<String> forms = fields.stream().map(Headings::form).toList();
    for (ColumnSpec spec : specs) {
      for (String heading : spec.from()) {
        boolean virtual =
            spec.virtual().stream().anyMatch(field -> field.heading().equals(heading));
        if (!virtual && !fields.isEmpty() && !forms.contains(Headings.form(heading))) {
          Block column = blocks.get(spec.name());
          if (column != null) {
            noField(column, spec, heading, fields);
          }
        }
      }
    }
  }

  private static void noField(Block column, ColumnSpec spec, String heading, List<String> fields) {
    String shown = Quoted.of(heading);
    column.fault(
        "column.from",
        new Where("from", column.has("from") ? column.where("from").place() : spec.place()),
        new Text(shown + " tidak ada di fields", shown + " is not among the fields"),
        Suggestion.fix(heading, fields));
  }
}
