package id.pde.warehouse.ledger;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import id.pde.model.Text;
import id.pde.run.total.RegionTotals;
import id.pde.run.total.RegionTotals.Part;
import id.pde.run.total.RegionTotals.Summed;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Totals as compact JSON, and back: the columns as {@code [name, title, title]}, the parts as
 * {@code [code, name, rows, [sum, ...]]}.
 */
final class TotalsJson {

  private static final JsonFactory JSON = new JsonFactory();

  private TotalsJson() {}

  /** Null: there are none. */
  static @Nullable String text(RegionTotals totals) {
    if (totals.isEmpty()) {
      return null;
    }
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      json.writeArrayFieldStart("columns");
      for (Summed column : totals.columns()) {
        json.writeStartArray();
        json.writeString(column.name());
        json.writeString(Storable.text(column.title().id()));
        json.writeString(Storable.text(column.title().en()));
        json.writeEndArray();
      }
      json.writeEndArray();
      json.writeArrayFieldStart("parts");
      for (Part part : totals.parts()) {
        json.writeStartArray();
        json.writeString(Storable.textOrNull(part.code()));
        json.writeString(Storable.textOrNull(part.name()));
        json.writeNumber(part.rows());
        json.writeStartArray();
        for (BigDecimal sum : part.sums()) {
          json.writeNumber(sum);
        }
        json.writeEndArray();
        json.writeEndArray();
      }
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  static RegionTotals read(@Nullable String text) {
    if (text == null) {
      return RegionTotals.NONE;
    }
    List<Summed> columns = new ArrayList<>();
    List<Part> parts = new ArrayList<>();
    try (JsonParser json = JSON.createParser(text)) {
      json.nextToken();
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        boolean ofColumns = "columns".equals(json.currentName());
        json.nextToken();
        while (json.nextToken() == JsonToken.START_ARRAY) {
          if (ofColumns) {
            columns.add(column(json));
          } else {
            parts.add(part(json));
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new RegionTotals(columns, parts);
  }

  private static Summed column(JsonParser json) throws IOException {
    String name = json.nextTextValue();
    String id = json.nextTextValue();
    Summed column = new Summed(name, new Text(id, json.nextTextValue()));
    json.nextToken();
    return column;
  }

  private static Part part(JsonParser json) throws IOException {
    String code = json.nextTextValue();
    String name = json.nextTextValue();
    long rows = json.nextLongValue(0);
    List<@Nullable BigDecimal> sums = new ArrayList<>();
    json.nextToken();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      sums.add(json.currentToken() == JsonToken.VALUE_NULL ? null : json.getDecimalValue());
    }
    json.nextToken();
    return new Part(code, name, rows, sums);
  }
}
