package id.pde.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import id.pde.run.ReadOnlySql.Column;
import id.pde.run.ReadOnlySql.ResultVisitor;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A result as an array of objects; numbers keep their digits. */
final class ResultJson implements ResultVisitor {

  private final JsonArray array;
  private List<Column> columns = List.of();

  ResultJson(Output console) {
    array = new JsonArray(console.out());
  }

  void finish() {
    array.end();
  }

  @Override
  public void columns(List<Column> found) {
    columns = List.copyOf(found);
    array.begin();
  }

  @Override
  public void row(List<@Nullable String> values) {
    array.add(
        json -> {
          json.writeStartObject();
          for (int i = 0; i < values.size(); i++) {
            json.writeFieldName(columns.get(i).name());
            write(json, columns.get(i), values.get(i));
          }
          json.writeEndObject();
        });
  }

  private static void write(JsonGenerator json, Column column, @Nullable String value)
      throws IOException {
    if (value == null) {
      json.writeNull();
      return;
    }
    switch (column.kind()) {
      case NUMBER -> writeNumber(json, value);
      case BOOLEAN -> json.writeBoolean(value.equals("true") || value.equals("t"));
      case TEXT, DATE -> json.writeString(value);
    }
  }

  /** JSON has no NaN and no infinity. */
  private static void writeNumber(JsonGenerator json, String value) throws IOException {
    if (value.equals("NaN") || value.endsWith("Infinity")) {
      json.writeString(value);
    } else {
      json.writeNumber(value);
    }
  }
}
