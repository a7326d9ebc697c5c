package id.pde.source.database;

import id.pde.run.RowsSpool.Cells;
import id.pde.source.database.TableColumns.Column;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One row as a map, for routes that look at rows themselves. */
final class NamedCells implements Cells {

  private final List<Column> columns;
  private final Map<String, @Nullable Object> row = new LinkedHashMap<>();

  NamedCells(List<Column> columns) {
    this.columns = columns;
  }

  Map<String, @Nullable Object> row() {
    return row;
  }

  private void put(@Nullable Object value) {
    row.put(columns.get(row.size()).name(), value);
  }

  @Override
  public void none() {
    put(null);
  }

  @Override
  public void words(String text) {
    put(text);
  }

  @Override
  public void digits(String plain) {
    put(new BigDecimal(plain));
  }

  @Override
  public void flag(boolean value) {
    put(value);
  }

  @Override
  public void moment(String iso) {
    int time = iso.indexOf('T');
    if (time > 0) {
      boolean zoned = iso.endsWith("Z") || iso.indexOf('+', time) > 0 || iso.indexOf('-', time) > 0;
      put(zoned ? OffsetDateTime.parse(iso) : LocalDateTime.parse(iso));
    } else {
      put(iso.indexOf(':') > 0 ? LocalTime.parse(iso) : LocalDate.parse(iso));
    }
  }
}
