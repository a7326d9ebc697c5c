package id.pde.source.rows;

import com.fasterxml.jackson.core.JsonGenerator;
import id.pde.run.RowsSpool.Cells;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Cells inside a text that is JSON itself. */
final class JsonCells implements Cells {

  private final JsonGenerator json;

  JsonCells(JsonGenerator json) {
    this.json = json;
  }

  private interface Step {
    void run() throws IOException;
  }

  private static void write(Step step) {
    try {
      step.run();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  @Override
  public void none() {
    write(json::writeNull);
  }

  @Override
  public void words(String text) {
    write(() -> json.writeString(text));
  }

  @Override
  public void digits(String plain) {
    write(() -> json.writeNumber(plain));
  }

  @Override
  public void flag(boolean value) {
    write(() -> json.writeBoolean(value));
  }

  @Override
  public void moment(String iso) {
    write(
        () -> {
          json.writeStartObject();
          json.writeStringField(RowValues.MOMENT, iso);
          json.writeEndObject();
        });
  }
}
