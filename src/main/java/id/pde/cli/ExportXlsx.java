package id.pde.cli;

import id.pde.model.Text;
import id.pde.run.ReadOnlySql.Column;
import id.pde.run.ReadOnlySql.ResultVisitor;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table as an Excel workbook, written as it comes: the memory that it takes does not grow with
 * the rows. Where a sheet is full the next one goes on, under the same headings.
 */
final class ExportXlsx implements ResultVisitor {

  /** Of a sheet, in all versions since 2007. */
  static final int ROWS = 1_048_576;

  /** Of a cell. */
  private static final int SIGNS = 32_767;

  private final WorkbookParts parts;
  private final int rows;
  private List<Column> columns = List.of();
  private int row;

  /**
   * @param title of the first sheet
   * @param rows that a sheet takes
   */
  ExportXlsx(OutputStream out, String title, int rows) {
    this.parts = new WorkbookParts(out, title);
    this.rows = rows;
  }

  /** How many sheets there are. */
  int sheets() {
    return parts.sheets();
  }

  @Override
  public void columns(List<Column> found) {
    columns = List.copyOf(found);
    guarded(this::next);
  }

  @Override
  public void row(List<@Nullable String> values) {
    guarded(
        () -> {
          if (row == rows) {
            next();
          }
          parts.beginRow(++row);
          for (int i = 0; i < values.size(); i++) {
            String value = values.get(i);
            if (value != null) {
              cell(i, value);
            }
          }
          parts.endRow();
        });
  }

  /** Ends the workbook; the stream stays open. */
  void finish() {
    guarded(parts::finish);
  }

  private void next() throws IOException {
    parts.nextSheet();
    row = 1;
    parts.beginRow(row);
    for (int i = 0; i < columns.size(); i++) {
      parts.heading(i, columns.get(i).name());
    }
    parts.endRow();
  }

  private void cell(int column, String value) throws IOException {
    if (value.length() > SIGNS) {
      throw new Misuse(
          new Text(
              "Kolom %s memuat teks yang lebih panjang dari %s tanda, batas satu sel Excel. Pakai --format csv."
                  .formatted(columns.get(column).name(), SIGNS),
              "The column %s has a text of more than %s signs, the limit of an Excel cell. Use --format csv."
                  .formatted(columns.get(column).name(), SIGNS)));
    }
    switch (columns.get(column).kind()) {
      case NUMBER -> parts.number(column, value);
      case BOOLEAN -> parts.truth(column, value.equals("true"));
      case DATE -> parts.date(column, value);
      case TEXT -> parts.text(column, value);
    }
  }

  private interface Step {
    void run() throws IOException;
  }

  private static void guarded(Step step) {
    try {
      step.run();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
