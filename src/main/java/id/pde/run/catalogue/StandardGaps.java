package id.pde.run.catalogue;

import id.pde.mapping.ColumnSpec;
import id.pde.mapping.ColumnType;
import id.pde.mapping.Described;
import id.pde.mapping.Described.Standard;
import id.pde.mapping.Mapping;
import id.pde.model.Text;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a dataset lacks of the data standard and the metadata of Satu Data Indonesia. */
final class StandardGaps {

  private final Mapping mapping;
  private final List<Gap> gaps = new ArrayList<>();

  private StandardGaps(Mapping mapping) {
    this.mapping = mapping;
  }

  static List<Gap> of(Dataset dataset) {
    StandardGaps found = new StandardGaps(dataset.mapping());
    Described described = dataset.described();
    found.lacks(dataset.mapping().description(), "definisi", "", "description");
    found.lacks(described.expected().every(), "frekuensi", "", "expected.every");
    found.lacks(described.theme(), "tema", "", "theme");
    found.lacks(described.keywords().isEmpty() ? null : "", "kata_kunci", "", "keywords");
    found.lacks(described.license(), "lisensi", "", "license");
    if (dataset.agency().contact() == null) {
      String id = dataset.agency().id();
      found.gaps.add(
          new Gap(
              "kontak",
              "",
              new Text(
                  "tulis " + id + ".contact di agencies.yaml",
                  "write " + id + ".contact in agencies.yaml")));
    }
    for (ColumnSpec column : dataset.columns()) {
      Standard standard = described.column(column.name());
      found.lacks(column.description(), "definisi", column.name(), "description");
      found.lacks(standard.concept(), "konsep", column.name(), "concept");
      if (isMeasured(column)) {
        found.lacks(standard.measure(), "ukuran", column.name(), "measure");
        found.lacks(standard.unit(), "satuan", column.name(), "unit");
      }
    }
    return found.gaps;
  }

  /** Whether a column has a measure and a unit: numbers do. */
  static boolean isMeasured(ColumnSpec column) {
    return column.type() instanceof ColumnType.IntegerType
        || column.type() instanceof ColumnType.DecimalType;
  }

  /** The code list that sorts the values of a column; null: none does. */
  static @Nullable String codeList(ColumnSpec column) {
    return column.type() instanceof ColumnType.CodeType code ? code.list() : null;
  }

  private void lacks(@Nullable Object said, String field, String column, String key) {
    if (said == null) {
      gaps.add(Gap.key(field, column, key, mapping.text().file()));
    }
  }
}
