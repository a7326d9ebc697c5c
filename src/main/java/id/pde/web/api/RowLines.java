package id.pde.web.api;

import com.fasterxml.jackson.core.JsonGenerator;
import id.pde.run.ReadOnlySql.Column;
import id.pde.run.ReadOnlySql.ResultVisitor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One object for each row, each on a line of its own; its values are texts. */
final class RowLines implements ResultVisitor {

  private final JsonGenerator json;
  private final List<String> names = new ArrayList<>();

  RowLines(JsonGenerator json) {
    this.json = json;
  }

  @Override
  public void columns(List<Column> columns) {
    columns.forEach(column -> names.add(column.name()));
  }

  @Override
  public void row(List<@Nullable String> values) {
    try {
      json.writeStartObject();
      for (int i = 0; i < names.size(); i++) {
        json.writeStringField(names.get(i), values.get(i));
      }
      json.writeEndObject();
      json.writeRaw('\n');
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }
}
