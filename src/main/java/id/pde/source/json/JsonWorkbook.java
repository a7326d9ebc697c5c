package id.pde.source.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import id.pde.model.Cell;
import id.pde.model.Header.Origin;
import id.pde.model.Location;
import id.pde.run.GridSource.Visibility;
import id.pde.source.layout.GridRow;
import id.pde.source.layout.MergedRange;
import id.pde.source.layout.ReadLimits;
import id.pde.source.layout.SheetTaker;
import id.pde.source.layout.Workbook;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A JSON file; each of its arrays of objects is a sheet. Its records are walked over twice, for the
 * names that come late are columns of the early records, too.
 */
public final class JsonWorkbook implements Workbook {

  private final JsonFile file;
  private final long bytes;
  private final List<JsonTable> tables;

  private JsonWorkbook(JsonFile file, List<JsonTable> tables) throws IOException {
    this.file = file;
    this.bytes = file.size();
    this.tables = List.copyOf(tables);
  }

  /** Opens a file whose outline is correct JSON. */
  public static JsonWorkbook open(Path path, Location whole, ReadLimits limits, Declared declared)
      throws IOException {
    JsonFile file = new JsonFile(path, whole, limits, declared.charset());
    List<JsonTable> found = JsonOutline.of(file);
    return switch (declared.arrays()) {
      case ALL -> new JsonWorkbook(file, found);
      case ONE -> new JsonWorkbook(file, List.of(new JsonPick(file, found).of(declared.records())));
    };
  }

  /**
   * What is known about the file beforehand.
   *
   * @param charset empty: by content
   * @param records the names on the way to the array; empty: by content
   */
  public record Declared(
      Optional<String> charset, Optional<List<String>> records, ArrayChoice arrays) {}

  /** Which arrays of objects are sheets. */
  public enum ArrayChoice {
    /** All of them. */
    ALL,
    /** The declared one, or the only one. */
    ONE
  }

  @Override
  public List<Title> sheets() {
    return tables.stream().map(table -> new Title(table.path(), Visibility.VISIBLE)).toList();
  }

  @Override
  public Origin origin() {
    return tables.get(0).origin();
  }

  @Override
  public void rows(int sheet, SheetTaker taker) throws IOException {
    JsonTable table = tables.get(sheet);
    JsonRecords records = new JsonRecords(file, table);
    Member root = Member.root(file.whole(), file.limits());
    records.each((number, json) -> survey(json, root));
    List<String> headings = root.columns();
    if (headings.isEmpty()) {
      return;
    }
    taker.row(GridRow.ofCells(0, headings.stream().map(Cell.Words::new).toArray(Cell[]::new)));
    JsonCells cells = new JsonCells(file.limits());
    records.each(
        (number, json) -> {
          Cell[] row = new Cell[headings.size()];
          Arrays.fill(row, Cell.BLANK);
          Location where =
              table.origin() == Origin.JSON
                  ? Location.JsonPath.element(table.path(), number, null)
                  : Location.JsonPath.line(number, null);
          fill(
              json,
              root,
              (member, value) -> {
                if (member.column() >= 0) {
                  row[member.column()] = cells.cell(value, where);
                }
              });
          taker.row(GridRow.ofCells(number, row));
        });
  }

  private static void survey(JsonParser json, Member at) throws IOException {
    fill(
        json,
        at,
        (member, value) -> {
          if (value.currentToken() != JsonToken.VALUE_NULL) {
            member.fill();
          }
          value.skipChildren();
        });
  }

  private interface ValueTaker {
    void value(Member member, JsonParser json) throws IOException;
  }

  /** From the beginning of an object to its end; depth is bounded by the parser. */
  private static void fill(JsonParser json, Member at, ValueTaker taker) throws IOException {
    while (json.nextToken() != JsonToken.END_OBJECT) {
      Member member = at.member(json.currentName());
      if (json.nextToken() == JsonToken.START_OBJECT) {
        fill(json, member, taker);
      } else {
        taker.value(member, json);
      }
    }
  }

  @Override
  public List<MergedRange> merged(int sheet) {
    return List.of();
  }

  /** Every array is walked over twice. */
  @Override
  public long walked() {
    return 2 * bytes;
  }

  @Override
  public void close() {
    // Every walk closes the file.
  }
}
