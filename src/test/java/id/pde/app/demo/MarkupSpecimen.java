package id.pde.app.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A table of an HTML page, an XML spreadsheet or an ODS content, cut where its rows and cells begin
 * and end, and otherwise left as written.
 */
final class MarkupSpecimen implements Specimen {

  /** How a format writes its tables: patterns of a row and, in it, of a cell's value. */
  enum Dialect {
    HTML(
        "(?s)<tr\\b.*?</tr>",
        "(?s)<t[dh]\\b[^>]*>(.*?)(?=<t[dh]\\b|</t[dh]>|</tr>)",
        "(?s)<table.*?</table>"),
    XMLSS(
        "(?s)<Row\\b.*?</Row>", "(?s)<Data\\b[^>]*>(.*?)</Data>", "(?s)<Worksheet.*?</Worksheet>"),
    ODS(
        "(?s)<table:table-row\\b.*?</table:table-row>",
        "(?s)<text:p>(.*?)</text:p>",
        "(?s)<table:table .*?</table:table>");

    private final Pattern row;
    private final Pattern value;
    private final Pattern table;

    Dialect(String row, String value, String table) {
      this.row = Pattern.compile(row);
      this.value = Pattern.compile(value);
      this.table = Pattern.compile(table);
    }
  }

  private final String content;
  private final List<Spot> spots = new ArrayList<>();
  private final Map<Spot, int[]> places = new HashMap<>();
  private final Map<Long, int[]> rows = new HashMap<>();

  /** The first table, of which those rows are data that begin with a number. */
  MarkupSpecimen(byte[] original, Dialect dialect) {
    this.content = new String(original, UTF_8);
    Matcher table = dialect.table.matcher(content);
    if (!table.find()) {
      throw new IllegalArgumentException("no table");
    }
    Matcher row = dialect.row.matcher(content).region(table.start(), table.end());
    long number = 0;
    while (row.find()) {
      number++;
      Matcher value = dialect.value.matcher(content).region(row.start(), row.end());
      List<Spot> cells = new ArrayList<>();
      for (int column = 0; value.find(); column++) {
        String text = value.group(1);
        String shown = "row " + number + ", cell " + (column + 1);
        String kind = text.matches("[0-9.,]+") ? "digits" : "text";
        Spot spot = new Spot("", number, column, kind, text, shown);
        places.put(spot, new int[] {value.start(1), value.end(1)});
        cells.add(spot);
      }
      if (!cells.isEmpty() && cells.get(0).text().matches("[0-9]+")) {
        rows.put(number, new int[] {row.start(), row.end()});
        cells.stream().filter(cell -> !cell.text().isBlank()).forEach(spots::add);
      }
    }
  }

  @Override
  public List<Spot> spots() {
    return spots;
  }

  @Override
  public byte[] damaged(@Nullable Damage damage) {
    if (damage == null) {
      return content.getBytes(UTF_8);
    }
    int[] place =
        damage.kind() == Damage.Kind.ROW_TAKEN
            ? rows.getOrDefault(damage.spot().row(), new int[2])
            : places.getOrDefault(damage.spot(), new int[2]);
    String before = content.substring(0, place[0]);
    String after = content.substring(place[1]);
    return (withoutValue(before, damage) + damage.text() + after).getBytes(UTF_8);
  }

  /** A cell of an ODS table has its value once more, in an attribute of the tag before. */
  private static String withoutValue(String before, Damage damage) {
    int tag = before.lastIndexOf("<table:table-cell");
    if (tag < 0 || damage.kind() == Damage.Kind.ROW_TAKEN) {
      return before;
    }
    String cell =
        before
            .substring(tag)
            .replaceFirst("office:(date-|boolean-)?value=\"[^\"]*\"", "")
            .replaceFirst("office:value-type=\"[a-z]+\"", "office:value-type=\"string\"");
    return before.substring(0, tag) + cell;
  }
}
