package id.pde.source.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import id.pde.model.Cell;
import id.pde.model.Location;
import id.pde.source.layout.ReadLimits;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;

/** JSON values as cells: numbers with all their digits, arrays as JSON text. */
final class JsonCells {

  /** Longer than any number that means something; 1e999999999 would fill the memory. */
  private static final int PLAIN_DIGITS = 400;

  private static final JsonFactory WRITER = new JsonFactory();

  private final ReadLimits limits;

  JsonCells(ReadLimits limits) {
    this.limits = limits;
  }

  /** The value at which the parser stands; no object. */
  Cell cell(JsonParser json, Location where) throws IOException {
    return switch (json.currentToken()) {
      case VALUE_STRING -> words(json);
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(json.getText());
      case VALUE_TRUE -> new Cell.Logical(true);
      case VALUE_FALSE -> new Cell.Logical(false);
      case START_ARRAY -> new Cell.Words(array(json, where));
      case VALUE_NULL,
          VALUE_EMBEDDED_OBJECT,
          START_OBJECT,
          END_OBJECT,
          END_ARRAY,
          FIELD_NAME,
          NOT_AVAILABLE ->
          Cell.BLANK;
    };
  }

  /** An escape may name half of a pair of signs, which no charset can write down again. */
  private static Cell words(JsonParser json) throws IOException {
    String text = json.getText();
    if (text.codePoints().anyMatch(sign -> sign >= 0xD800 && sign <= 0xDFFF)) {
      throw new JsonParseException(json, "half of a pair", json.currentLocation());
    }
    return text.isEmpty() ? Cell.BLANK : new Cell.Words(text);
  }

  private static Cell number(String written) {
    if (written.chars().allMatch(sign -> sign >= '0' && sign <= '9')) {
      return new Cell.Numeric(written, null);
    }
    BigDecimal value;
    try {
      value = new BigDecimal(written);
    } catch (NumberFormatException beyond) {
      return new Cell.Words(written);
    }
    if (Math.abs((long) value.scale()) > PLAIN_DIGITS) {
      return new Cell.Words(written);
    }
    return new Cell.Numeric(value.toPlainString(), null);
  }

  private String array(JsonParser json, Location where) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator writer = WRITER.createGenerator(text)) {
      int open = 0;
      do {
        JsonToken token = json.currentToken();
        open += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
        copy(json, token, writer);
        if (text.getBuffer().length() > limits.cellCharacters()) {
          throw JsonFaults.cell(where, limits, null);
        }
        if (open > 0) {
          json.nextToken();
        }
      } while (open > 0);
    }
    return text.toString();
  }

  private static void copy(JsonParser json, JsonToken token, JsonGenerator writer)
      throws IOException {
    switch (token) {
      case START_OBJECT -> writer.writeStartObject();
      case END_OBJECT -> writer.writeEndObject();
      case START_ARRAY -> writer.writeStartArray();
      case END_ARRAY -> writer.writeEndArray();
      case FIELD_NAME -> writer.writeFieldName(json.currentName());
      // As text, for a number's digits must not pass through a double.
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> writer.writeNumber(json.getText());
      case VALUE_STRING -> writer.writeString(json.getText());
      case VALUE_TRUE -> writer.writeBoolean(true);
      case VALUE_FALSE -> writer.writeBoolean(false);
      case VALUE_NULL, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE -> writer.writeNull();
    }
  }
}
