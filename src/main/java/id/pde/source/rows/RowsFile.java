package id.pde.source.rows;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import id.pde.model.Cell;
import id.pde.model.Header;
import id.pde.run.Delivery;
import id.pde.run.RowSource.RowVisitor;
import id.pde.run.SourceUnreadable;
import id.pde.source.layout.GridPlace;
import id.pde.source.layout.GridRow;
import id.pde.source.layout.LayoutPlan;
import id.pde.source.layout.Ordinals;
import id.pde.source.layout.ReadLimits;
import id.pde.source.layout.TableLayout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Reads what {@link RowsWriter} wrote. */
public final class RowsFile {

  private final Path path;
  private final JsonFactory factory;

  private RowsFile(Path path, ReadLimits limits) {
    this.path = path;
    this.factory =
        new JsonFactoryBuilder()
            .streamReadConstraints(
                StreamReadConstraints.builder().maxStringLength(limits.cellCharacters()).build())
            .build();
  }

  /** Shows the rows of a delivery; places are {@code row N of NAME}. */
  public static void read(Delivery delivery, LayoutPlan plan, ReadLimits limits, RowVisitor visitor)
      throws IOException {
    new RowsFile(delivery.file(), limits).read(delivery.name(), plan, visitor);
  }

  private void read(String name, LayoutPlan plan, RowVisitor visitor) throws IOException {
    // Keys that come late are columns of the early rows, too: all of them are wanted before.
    Walk survey = new Walk(row -> {});
    survey(survey);
    if (survey.rows == 0 && !survey.whole) {
      visitor.table(new Header(Header.Origin.QUERY, name, 0, plan.expected()));
      return;
    }
    boolean records = !survey.columns.isEmpty();
    LayoutPlan used = records ? plan.forRecords() : plan;
    GridPlace place = new GridPlace(name, Header.Origin.QUERY, name);
    TableLayout layout = new TableLayout(used, place, visitor, new Ordinals());
    if (records) {
      layout.row(GridRow.ofCells(0, words(survey.columns)));
    }
    walk(new Walk(layout::row));
    SourceUnreadable missing = layout.end();
    if (missing != null) {
      throw missing;
    }
  }

  /** To the end, or to the line that names all columns there will be. */
  private void survey(Walk survey) throws IOException {
    try (JsonParser json = parser()) {
      for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
        survey.take(json, token);
        if (survey.whole) {
          return;
        }
      }
    }
  }

  private static Cell[] words(List<String> texts) {
    return texts.stream().map(Cell.Words::new).toArray(Cell[]::new);
  }

  private void walk(Walk walk) throws IOException {
    try (JsonParser json = parser()) {
      for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
        walk.take(json, token);
      }
    }
  }

  private JsonParser parser() throws IOException {
    return factory.createParser(new GZIPInputStream(Files.newInputStream(path), 1 << 16));
  }

  private interface RowTaker {
    void take(GridRow row);
  }

  /** One pass. */
  private static final class Walk {
    private final RowTaker taker;
    private List<String> columns = List.of();
    private boolean whole;
    private long rows;

    Walk(RowTaker taker) {
      this.taker = taker;
    }

    void take(JsonParser json, JsonToken token) throws IOException {
      if (token == JsonToken.START_OBJECT) {
        columns(json);
      } else {
        row(json);
      }
    }

    private void columns(JsonParser json) throws IOException {
      List<String> names = new ArrayList<>();
      while (json.nextToken() != JsonToken.END_OBJECT) {
        if (json.currentToken() == JsonToken.FIELD_NAME) {
          whole |= json.currentName().equals("types");
        } else if (json.currentToken() == JsonToken.VALUE_STRING && !whole) {
          names.add(json.getText());
        }
      }
      columns = names;
    }

    private void row(JsonParser json) throws IOException {
      List<Cell> cells = new ArrayList<>(columns.size());
      while (json.nextToken() != JsonToken.END_ARRAY) {
        cells.add(cell(json));
      }
      rows++;
      taker.take(GridRow.ofCells(rows, cells.toArray(Cell[]::new)));
    }

    private static Cell cell(JsonParser json) throws IOException {
      JsonToken token = json.currentToken();
      if (token == null) {
        throw new IOException("the last row is not whole");
      }
      return switch (token) {
        case VALUE_STRING -> json.getText().isEmpty() ? Cell.BLANK : new Cell.Words(json.getText());
        case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Cell.Numeric(json.getText(), null);
        case VALUE_TRUE -> new Cell.Logical(true);
        case VALUE_FALSE -> new Cell.Logical(false);
        case START_OBJECT -> moment(json);
        default -> Cell.BLANK;
      };
    }

    private static Cell moment(JsonParser json) throws IOException {
      Cell cell = Cell.BLANK;
      while (json.nextToken() != JsonToken.END_OBJECT) {
        if (json.currentToken() == JsonToken.VALUE_STRING) {
          cell = new Cell.Moment(temporal(json.getText()));
        }
      }
      return cell;
    }

    private static Temporal temporal(String text) {
      int time = text.indexOf('T');
      if (time > 0) {
        boolean zoned =
            text.endsWith("Z") || text.indexOf('+', time) > 0 || text.indexOf('-', time) > 0;
        return zoned ? OffsetDateTime.parse(text) : LocalDateTime.parse(text);
      }
      return text.indexOf(':') > 0 ? LocalTime.parse(text) : LocalDate.parse(text);
    }
  }
}
