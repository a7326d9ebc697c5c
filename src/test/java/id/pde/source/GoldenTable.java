package id.pde.source;

import static id.pde.source.GoldenBook.list;
import static id.pde.source.GoldenBook.text;

import io.github.spannm.jackcess.ColumnBuilder;
import io.github.spannm.jackcess.DataType;
import io.github.spannm.jackcess.Database;
import io.github.spannm.jackcess.Database.FileFormat;
import io.github.spannm.jackcess.DatabaseBuilder;
import io.github.spannm.jackcess.Table;
import io.github.spannm.jackcess.TableBuilder;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes a database file of its description in YAML.
 *
 * <pre>{@code
 * fields: [NIK C 16, JUMLAH N 8]      # dbf: name, type, width
 * rows:
 *   - [" ", "3174", "12"]             # dbf: the mark of the record first; an asterisk: deleted
 *
 * table: Orang                        # mdb
 * fields: [NIK TEXT, GAJI MONEY, LAHIR SHORT_DATE_TIME]
 * rows:
 *   - ["3174", "1200.50", "1990-05-17"]
 * }</pre>
 */
final class GoldenTable {

  private static final int DBASE_3 = 0x03;

  private GoldenTable() {}

  static byte[] dbf(Map<?, ?> description) {
    DbfBytes table = new DbfBytes(DBASE_3);
    List<Integer> widths = new ArrayList<>(List.of(1));
    for (Object field : list(description.get("fields"))) {
      String[] parts = text(field).split(" ", -1);
      widths.add(Integer.parseInt(parts[2]));
      table.field(parts[0], parts[1].charAt(0), Integer.parseInt(parts[2]));
    }
    for (Object row : list(description.get("rows"))) {
      StringBuilder record = new StringBuilder();
      for (int i = 0; i < widths.size(); i++) {
        String format = "%-" + widths.get(i) + "s";
        record.append(String.format(Locale.ROOT, format, text(list(row).get(i))));
      }
      table.record(record.toString());
    }
    return table.bytes();
  }

  static Path mdb(Path file, Map<?, ?> description) throws IOException {
    try (Database database = DatabaseBuilder.create(FileFormat.V2003, file.toFile())) {
      TableBuilder builder = new TableBuilder(text(description.get("table")));
      List<DataType> types = new ArrayList<>();
      for (Object field : list(description.get("fields"))) {
        String[] parts = text(field).split(" ", -1);
        types.add(DataType.valueOf(parts[1]));
        builder.addColumn(new ColumnBuilder(parts[0], DataType.valueOf(parts[1])));
      }
      Table table = builder.toTable(database);
      for (Object row : list(description.get("rows"))) {
        Object[] values = new Object[types.size()];
        for (int i = 0; i < values.length; i++) {
          values[i] = value(types.get(i), list(row).get(i));
        }
        table.addRow(values);
      }
    }
    return file;
  }

  private static @Nullable Object value(DataType type, @Nullable Object given) {
    if (given == null || type == DataType.TEXT || given instanceof Boolean) {
      return given;
    }
    String written = text(given);
    return type == DataType.SHORT_DATE_TIME
        ? LocalDate.parse(written).atStartOfDay()
        : new BigDecimal(written);
  }
}
