package id.pde.web.ask;

import id.pde.run.InertCell;
import id.pde.run.ReadOnlySql.Column;
import id.pde.run.ReadOnlySql.Column.Kind;
import id.pde.run.ReadOnlySql.ResultVisitor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A result as CSV with a header line. No value is an empty field, an empty text is {@code ""}. Text
 * that a spreadsheet would run gets an apostrophe in front.
 */
public final class CsvRows implements ResultVisitor {

  private static final Pattern QUOTED = Pattern.compile("[,\"\\r\\n]|^\\s|\\s$|^$");

  private final Writer out;
  private List<Column> columns = List.of();

  /**
   * @param out neither flushed nor closed
   */
  public CsvRows(Writer out) {
    this.out = out;
  }

  @Override
  public void columns(List<Column> found) {
    columns = List.copyOf(found);
    StringBuilder line = new StringBuilder();
    columns.forEach(column -> add(line, InertCell.of(column.name())));
    write(line);
  }

  @Override
  public void row(List<@Nullable String> values) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < values.size(); i++) {
      String value = values.get(i);
      boolean text = value != null && columns.get(i).kind() == Kind.TEXT;
      add(line, value != null && text ? InertCell.of(value) : value);
    }
    write(line);
  }

  private static void add(StringBuilder line, @Nullable String value) {
    if (!line.isEmpty()) {
      line.append(',');
    } else {
      // A comma that follows tells the first field from none.
      line.append('\uFFFF');
    }
    if (value != null) {
      boolean quoted = QUOTED.matcher(value).find();
      line.append(quoted ? '"' + value.replace("\"", "\"\"") + '"' : value);
    }
  }

  private void write(StringBuilder line) {
    try {
      out.append(line, Math.min(1, line.length()), line.length()).append('\n');
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
