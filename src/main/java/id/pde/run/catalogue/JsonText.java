package id.pde.run.catalogue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.core.util.Separators.Spacing;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;

/** Documents as indented JSON (RFC 8259), with a line break at the end. */
public final class JsonText {

  private static final JsonFactory FACTORY = new JsonFactory();
  private static final DefaultIndenter LINES = new DefaultIndenter("  ", "\n");

  private JsonText() {}

  public static String of(Node node) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(text)) {
      json.setPrettyPrinter(
          new DefaultPrettyPrinter(
                  Separators.createDefaultInstance().withObjectFieldValueSpacing(Spacing.AFTER))
              .withObjectIndenter(LINES)
              .withArrayIndenter(LINES));
      write(json, node);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return text + "\n";
  }

  private static void write(JsonGenerator json, Node node) throws IOException {
    if (node instanceof Node.Word word) {
      json.writeString(word.text());
    } else if (node instanceof Node.Whole whole) {
      json.writeNumber(whole.value());
    } else if (node instanceof Node.Flag flag) {
      json.writeBoolean(flag.value());
    } else if (node instanceof Node.Items items) {
      json.writeStartArray();
      for (Node item : items.nodes()) {
        write(json, item);
      }
      json.writeEndArray();
    } else if (node instanceof Node.Group group) {
      json.writeStartObject();
      for (Map.Entry<String, Node> entry : group.entries().entrySet()) {
        json.writeFieldName(entry.getKey());
        write(json, entry.getValue());
      }
      json.writeEndObject();
    } else {
      json.writeNull();
    }
  }
}
