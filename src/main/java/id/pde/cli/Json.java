package id.pde.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;

/** One JSON value on stdout. */
final class Json {

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .disable(com.fasterxml.jackson.core.StreamWriteFeature.AUTO_CLOSE_TARGET)
          .build();

  private Json() {}

  /** Writes the value. */
  interface Body {
    void write(JsonGenerator json) throws IOException;
  }

  /** Writes the value on a line of its own. */
  static void print(PrintWriter out, Body body) {
    write(out, body);
    out.println();
  }

  /** The same without the end of the line. */
  static void write(PrintWriter out, Body body) {
    try (JsonGenerator json = FACTORY.createGenerator(out)) {
      body.write(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
