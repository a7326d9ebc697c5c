package id.pde.run.catalogue;

import id.pde.mapping.ColumnSpec;
import id.pde.mapping.ColumnSpec.Protect;
import id.pde.mapping.ColumnType;
import id.pde.mapping.Described.Standard;
import id.pde.mapping.Mapping;
import id.pde.mapping.RecordRules.Derivation;
import id.pde.mapping.TargetSpec;
import id.pde.mapping.TypeWord;
import id.pde.model.Language;
import id.pde.model.Text;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The table of a contract and its columns. */
final class ContractSchema {

  private final Dataset dataset;
  private final Language language;
  private final List<String> key;

  private ContractSchema(Dataset dataset, Language language) {
    this.dataset = dataset;
    this.language = language;
    this.key = key(dataset.mapping().target());
  }

  /** What tells all rows apart; where another key may take its place nothing does alone. */
  private static List<String> key(TargetSpec target) {
    List<String> key = new ArrayList<>();
    if (!target.key().isEmpty() && target.terms().otherKey().isEmpty()) {
      key.addAll(target.key());
      if (target.terms().per().period()) {
        key.add("_period");
      }
    }
    return key;
  }

  static Node of(Dataset dataset, Language language) {
    return new ContractSchema(dataset, language).table();
  }

  private Node table() {
    Mapping mapping = dataset.mapping();
    String table = mapping.target().table();
    List<Node> columns = new ArrayList<>();
    dataset.columns().forEach(column -> columns.add(column(column)));
    columns.add(period());
    return Fields.begin()
        .text("name", table)
        .text("logicalType", "object")
        .text("physicalName", "warehouse." + table)
        .text("physicalType", "table")
        .text("businessName", mapping.title().in(language))
        .text("description", dataset.description().in(language))
        .items("properties", columns)
        .items("quality", ContractQuality.of(mapping, language))
        .made();
  }

  private Node column(ColumnSpec column) {
    boolean required =
        column.required() && column.policies().invalid() == ColumnSpec.Invalid.REJECT;
    ColumnType stored = column.storedType();
    Fields fields =
        Fields.begin()
            .text("name", column.name())
            .text("businessName", in(column.title()))
            .text("description", in(column.description()))
            .text("logicalType", logical(stored))
            .text("physicalType", physical(stored))
            .flag("required", required || key.contains(column.name()));
    keyed(fields, column.name());
    fields.text("classification", Access.word(column.dataClass()));
    if (!dataset.mapping().derives(column.name())) {
      fields.texts("transformSourceObjects", column.from());
    }
    return fields
        .text("transformLogic", formula(column.name()))
        .items("customProperties", customs(column))
        .made();
  }

  private void keyed(Fields fields, String name) {
    int position = key.indexOf(name);
    if (position >= 0) {
      fields.flag("primaryKey", true).whole("primaryKeyPosition", position + 1L);
      if (key.size() == 1) {
        fields.flag("unique", true);
      }
    }
  }

  private Node period() {
    Fields fields =
        Fields.begin()
            .text("name", "_period")
            .text(
                "description",
                new Text(
                        "Periode data baris ini: 2024, 2024-S2, 2024-03.",
                        "Period of the data of the row: 2024, 2024-S2, 2024-03.")
                    .in(language))
            .text("logicalType", "string")
            .text("physicalType", "text")
            .flag("required", key.contains("_period"));
    keyed(fields, "_period");
    return fields.made();
  }

  private @Nullable String formula(String column) {
    return dataset.mapping().records().derivations().stream()
        .filter(one -> one.column().equals(column))
        .map(Derivation::value)
        .map(value -> value.text())
        .findFirst()
        .orElse(null);
  }

  private List<Node> customs(ColumnSpec column) {
    List<Node> customs = new ArrayList<>();
    customs.add(Contract.custom("pdeType", TypeWord.of(column.type())));
    if (column.protect() != Protect.NONE) {
      customs.add(Contract.custom("protect", Access.word(column.protect())));
    }
    Standard standard = dataset.described().column(column.name());
    add(customs, "concept", standard.concept());
    add(customs, "measure", standard.measure());
    add(customs, "unit", standard.unit());
    return customs;
  }

  private static void add(List<Node> customs, String property, @Nullable String value) {
    if (value != null) {
      customs.add(Contract.custom(property, value));
    }
  }

  private @Nullable String in(@Nullable Text text) {
    return text == null ? null : text.in(language);
  }

  /** ODCS 3.0 has one type for dates with and without a time, and none for a time alone. */
  private static String logical(ColumnType type) {
    if (type instanceof ColumnType.IntegerType) {
      return "integer";
    }
    if (type instanceof ColumnType.DecimalType) {
      return "number";
    }
    if (type instanceof ColumnType.DateType || type instanceof ColumnType.TimestampType) {
      return "date";
    }
    if (type instanceof ColumnType.BooleanType) {
      return "boolean";
    }
    return type instanceof ColumnType.JsonType ? "object" : "string";
  }

  private static String physical(ColumnType type) {
    if (type instanceof ColumnType.IntegerType) {
      return "bigint";
    }
    if (type instanceof ColumnType.DecimalType decimal) {
      return "numeric(" + decimal.precision() + "," + decimal.scale() + ")";
    }
    if (type instanceof ColumnType.DateType) {
      return "date";
    }
    if (type instanceof ColumnType.TimestampType) {
      return "timestamptz";
    }
    if (type instanceof ColumnType.TimeType) {
      return "time";
    }
    if (type instanceof ColumnType.BooleanType) {
      return "boolean";
    }
    return type instanceof ColumnType.JsonType ? "jsonb" : "text";
  }
}
