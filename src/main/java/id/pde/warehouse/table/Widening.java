package id.pde.warehouse.table;

import id.pde.warehouse.table.TableShape.Filling;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The statements that bring a standing table to a shape without losing anything. */
final class Widening {

  private static final Pattern NUMERIC = Pattern.compile("numeric\\((\\d+),(\\d+)\\)");

  /** Digits of the largest bigint. */
  private static final int BIGINT_DIGITS = 19;

  private Widening() {}

  /** What a table is for. */
  enum Side {
    CURRENT("warehouse"),
    HISTORY("history");

    private final String schema;

    Side(String schema) {
      this.schema = schema;
    }

    String schema() {
      return schema;
    }

    String qualified(String table) {
      return schema + "." + Sql.name(table);
    }
  }

  static List<String> statements(TableShape shape, StandingTable standing, Side side) {
    List<String> changes = new ArrayList<>();
    // What a guest lacks or has otherwise was refused before.
    boolean owner = shape.standing() == TableShape.Standing.OWNER;
    for (TableShape.Column wanted : owner ? shape.columns() : List.<TableShape.Column>of()) {
      StandingTable.Column found = standing.columns().get(wanted.name());
      if (found == null) {
        // Rows that are there lack the value, so a new column cannot be NOT NULL.
        changes.add("ADD COLUMN " + wanted.definition());
      } else if (!found.type().equals(wanted.type())) {
        changes.add(
            "ALTER COLUMN "
                + Sql.name(wanted.name())
                + " TYPE "
                + wanted.type()
                + wanted.collation());
      }
    }
    if (!standing.names().contains(Since.NAME)) {
      changes.add("ADD COLUMN " + Since.definition());
    }
    changes.addAll(relaxed(shape, standing));
    String alter = "ALTER TABLE " + side.qualified(shape.table()) + " ";
    return changes.isEmpty() ? List.of() : List.of(alter + String.join(", ", changes));
  }

  /** Columns that had to be filled once and need not be any more, or are not named any more. */
  private static List<String> relaxed(TableShape shape, StandingTable standing) {
    List<String> required =
        shape.columns().stream()
            .filter(column -> column.filling() == Filling.REQUIRED)
            .map(TableShape.Column::name)
            .toList();
    List<String> changes = new ArrayList<>();
    for (Map.Entry<String, StandingTable.Column> found : standing.columns().entrySet()) {
      String name = found.getKey();
      if (found.getValue().required()
          && !found.getValue().hasDefault()
          && !required.contains(name)
          && !name.startsWith("_")) {
        changes.add("ALTER COLUMN " + Sql.name(name) + " DROP NOT NULL");
      }
    }
    return changes;
  }

  /** Whether every value of one type is a value of the other. */
  static boolean isLossless(String from, String to) {
    Matcher wide = NUMERIC.matcher(to);
    if (!wide.matches()) {
      return false;
    }
    int scale = Integer.parseInt(wide.group(2));
    int whole = Integer.parseInt(wide.group(1)) - scale;
    if (from.equals("bigint")) {
      return whole >= BIGINT_DIGITS;
    }
    Matcher narrow = NUMERIC.matcher(from);
    return narrow.matches()
        && scale >= Integer.parseInt(narrow.group(2))
        && whole >= Integer.parseInt(narrow.group(1)) - Integer.parseInt(narrow.group(2));
  }
}
