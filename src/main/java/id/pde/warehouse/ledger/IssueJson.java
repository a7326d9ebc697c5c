package id.pde.warehouse.ledger;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import id.pde.model.Issue;
import id.pde.model.Location;
import id.pde.model.Severity;
import id.pde.model.Text;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Issues and rows of strings as compact JSON, and back. */
public final class IssueJson {

  /** What was written here may be as large as a cell of a delivery. */
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build())
          .build();

  private IssueJson() {}

  public static String issues(List<Issue> issues) {
    return written(
        json -> {
          json.writeStartArray();
          for (Issue issue : issues) {
            write(json, issue);
          }
          json.writeEndArray();
        });
  }

  public static String texts(List<? extends @Nullable String> texts) {
    return written(
        json -> {
          json.writeStartArray();
          for (String text : texts) {
            json.writeString(text == null ? null : Storable.inJson(text));
          }
          json.writeEndArray();
        });
  }

  static String location(Location location) {
    return written(json -> LocationJson.write(json, location));
  }

  static Location readLocation(String text) {
    return read(
        text,
        json -> {
          json.nextToken();
          return LocationJson.read(json);
        });
  }

  public static List<Issue> readIssues(String text) {
    return read(
        text,
        json -> {
          List<Issue> issues = new ArrayList<>();
          json.nextToken();
          while (json.nextToken() == JsonToken.START_OBJECT) {
            issues.add(readIssue(json));
          }
          return issues;
        });
  }

  /** Absent values come back as empty text. */
  public static List<String> readTexts(String text) {
    return read(
        text,
        json -> {
          List<String> texts = new ArrayList<>();
          json.nextToken();
          for (JsonToken token = json.nextToken();
              token != JsonToken.END_ARRAY;
              token = json.nextToken()) {
            texts.add(token == JsonToken.VALUE_NULL ? "" : json.getText());
          }
          return texts;
        });
  }

  private static void write(JsonGenerator json, Issue issue) throws IOException {
    json.writeStartObject();
    json.writeStringField("code", issue.code());
    json.writeStringField("severity", issue.severity().name().toLowerCase(Locale.ROOT));
    json.writeStringField("place", Storable.inJson(issue.location().shown()));
    json.writeFieldName("at");
    LocationJson.write(json, issue.location());
    optional(json, "column", issue.column());
    optional(json, "value", issue.open() ? issue.value() : null);
    json.writeBooleanField("open", issue.open());
    json.writeStringField("rule", Storable.inJson(issue.rule()));
    text(json, "message", issue.message());
    text(json, "fix", issue.fix());
    json.writeEndObject();
  }

  private static void optional(JsonGenerator json, String name, @Nullable String value)
      throws IOException {
    if (value != null) {
      json.writeStringField(name, Storable.inJson(value));
    }
  }

  private static void text(JsonGenerator json, String name, Text text) throws IOException {
    json.writeObjectFieldStart(name);
    json.writeStringField("id", Storable.inJson(text.id()));
    json.writeStringField("en", Storable.inJson(text.en()));
    json.writeEndObject();
  }

  private static Issue readIssue(JsonParser json) throws IOException {
    Parts parts = new Parts();
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String name = json.currentName();
      json.nextToken();
      parts.take(name, json);
    }
    return parts.issue();
  }

  /** The parts of an issue in whatever order they come. */
  private static final class Parts {
    private String code = "";
    private Severity severity = Severity.REJECT;
    private Location location = new Location.Whole("");
    private @Nullable String column;
    private @Nullable String value;
    private boolean open;
    private String rule = "";
    private Text message = Text.same("");
    private Text fix = Text.same("");

    private void take(String name, JsonParser json) throws IOException {
      switch (name) {
        case "code" -> code = json.getText();
        case "severity" -> severity = Severity.valueOf(json.getText().toUpperCase(Locale.ROOT));
        case "at" -> location = LocationJson.read(json);
        case "column" -> column = json.getText();
        case "value" -> value = json.getText();
        case "open" -> open = json.getBooleanValue();
        case "rule" -> rule = json.getText();
        case "message" -> message = readText(json);
        case "fix" -> fix = readText(json);
        default -> json.skipChildren();
      }
    }

    private Issue issue() {
      return new Issue(code, severity, location, column, value, open, rule, message, fix);
    }
  }

  private static Text readText(JsonParser json) throws IOException {
    String id = "";
    String en = "";
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String name = json.currentName();
      json.nextToken();
      if (name.equals("id")) {
        id = json.getText();
      } else {
        en = json.getText();
      }
    }
    return new Text(id, en);
  }

  private interface Writing {
    void to(JsonGenerator json) throws IOException;
  }

  private interface Reading<T> {
    T from(JsonParser json) throws IOException;
  }

  private static String written(Writing writing) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      writing.to(json);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }

  private static <T> T read(String text, Reading<T> reading) {
    try (JsonParser json = JSON.createParser(text)) {
      return reading.from(json);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
