package id.pde.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import id.pde.model.Cell;
import id.pde.model.Header;
import id.pde.model.Row;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows as one JSON value a line: bare ones as arrays, those of a table as objects by heading. */
final class NdjsonRows implements RowWriter {

  private final Output console;
  private List<String> names = List.of();

  NdjsonRows(Output console) {
    this.console = console;
  }

  @Override
  public void cells(long number, Cell[] cells) {
    Json.print(
        console.out(),
        json -> {
          json.writeStartArray();
          for (Cell cell : cells) {
            write(json, cell.text());
          }
          json.writeEndArray();
        });
  }

  /**
   * Equal and missing headings get a number, so that no value is lost among the members of an
   * object.
   */
  @Override
  public void header(Header header) {
    Map<String, Integer> seen = new HashMap<>();
    List<String> unique = new ArrayList<>();
    header
        .fields()
        .forEach(
            field -> {
              String name = field.heading().isEmpty() ? "_" + field.column() : field.heading();
              int before = seen.merge(name, 1, Integer::sum);
              unique.add(before == 1 ? name : name + " (" + before + ")");
            });
    names = List.copyOf(unique);
  }

  @Override
  public void row(Row row) {
    Json.print(
        console.out(),
        json -> {
          json.writeStartObject();
          for (int i = 0; i < row.size(); i++) {
            json.writeFieldName(names.get(i));
            write(json, row.text(i));
          }
          json.writeEndObject();
        });
  }

  private static void write(JsonGenerator json, @Nullable String text) throws IOException {
    if (text == null || text.isEmpty()) {
      json.writeNull();
    } else {
      json.writeString(text);
    }
  }
}
