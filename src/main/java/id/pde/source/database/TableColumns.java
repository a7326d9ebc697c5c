package id.pde.source.database;

import id.pde.model.Issue;
import id.pde.model.Location;
import id.pde.model.Severity;
import id.pde.model.Text;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The columns of a result: those that are taken, and notes about those that are not. */
record TableColumns(List<Column> columns, List<Issue> notes) {

  TableColumns {
    columns = List.copyOf(columns);
    notes = List.copyOf(notes);
  }

  /**
   * A column that is taken.
   *
   * @param position in the result, from 1
   * @param type as the database names it
   */
  record Column(int position, String name, String type, CellKind kind) {}

  /** SQL Server's own number for a moment with an offset. */
  private static final int DATETIMEOFFSET = -155;

  /** Oracle's own numbers: moments with a zone, as stored and of the session. */
  private static final int TIMESTAMPTZ = -101;

  private static final int TIMESTAMPLTZ = -102;

  /** Oracle's own numbers for binary fractions. */
  private static final int BINARY_FLOAT = 100;

  private static final int BINARY_DOUBLE = 101;

  static TableColumns of(ResultSetMetaData result, Dialect dialect, String connection)
      throws SQLException {
    List<Column> columns = new ArrayList<>();
    List<Issue> notes = new ArrayList<>();
    for (int i = 1; i <= result.getColumnCount(); i++) {
      String name = result.getColumnLabel(i);
      String type = result.getColumnTypeName(i);
      String shown = type == null ? "" : type.toLowerCase(Locale.ROOT);
      CellKind kind = kind(result, i, new Typed(dialect, shown));
      if (kind == CellKind.LEFT_OUT) {
        notes.add(leftOut(connection, name, shown));
      } else {
        columns.add(new Column(i, name, shown, kind));
      }
    }
    return new TableColumns(columns, notes);
  }

  /** A name that two columns have, in upper or lower case; empty: none. */
  String twice() {
    Set<String> names = new HashSet<>();
    for (Column column : columns) {
      if (!names.add(column.name().toLowerCase(Locale.ROOT))) {
        return column.name();
      }
    }
    return "";
  }

  private static final Set<String> GEOMETRY = Set.of("geometry", "geography", "sdo_geometry");

  private record Typed(Dialect dialect, String name) {
    boolean is(Dialect other, String... names) {
      return dialect == other && List.of(names).contains(name);
    }
  }

  private static CellKind kind(ResultSetMetaData result, int column, Typed typed)
      throws SQLException {
    if (typed.dialect() == Dialect.SQLITE) {
      return CellKind.BY_VALUE;
    }
    if (GEOMETRY.contains(typed.name())) {
      return CellKind.LEFT_OUT;
    }
    return switch (result.getColumnType(column)) {
      case Types.TINYINT,
          Types.SMALLINT,
          Types.INTEGER,
          Types.BIGINT,
          Types.NUMERIC,
          Types.DECIMAL,
          Types.REAL,
          Types.FLOAT,
          Types.DOUBLE,
          BINARY_FLOAT,
          BINARY_DOUBLE ->
          CellKind.NUMBER;
      case Types.BOOLEAN -> CellKind.FLAG;
      case Types.BIT -> bit(result.getPrecision(column), typed);
      case Types.DATE -> typed.dialect() == Dialect.ORACLE ? CellKind.LOCAL_OBJECT : CellKind.DATE;
      case Types.TIMESTAMP -> timestamp(typed);
      case Types.TIMESTAMP_WITH_TIMEZONE, DATETIMEOFFSET, TIMESTAMPTZ, TIMESTAMPLTZ -> zoned(typed);
      case Types.TIME -> CellKind.TIME;
      case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> binary(typed);
      default -> CellKind.WORDS;
    };
  }

  /** What is one bit is yes or no; bit strings of PostgreSQL go by the same number. */
  private static CellKind bit(int length, Typed typed) {
    if (typed.is(Dialect.POSTGRESQL, "bit")) {
      return CellKind.WORDS;
    }
    return typed.dialect() == Dialect.MARIADB && length > 1 ? CellKind.BITS : CellKind.FLAG;
  }

  private static CellKind timestamp(Typed typed) {
    return switch (typed.dialect()) {
      case POSTGRESQL -> typed.name().equals("timestamptz") ? CellKind.ZONED : CellKind.LOCAL;
      case MARIADB -> typed.name().equals("timestamp") ? CellKind.OF_SESSION : CellKind.LOCAL;
      case SQLSERVER -> CellKind.LOCAL;
      case ORACLE, SQLITE, OTHER -> CellKind.LOCAL_OBJECT;
    };
  }

  private static CellKind zoned(Typed typed) {
    return typed.dialect() == Dialect.POSTGRESQL ? CellKind.ZONED : CellKind.ZONED_OBJECT;
  }

  /** MariaDB's driver tells long bit strings as bytes; they are numbers. */
  private static CellKind binary(Typed typed) {
    return typed.is(Dialect.MARIADB, "bit") ? CellKind.BITS : CellKind.LEFT_OUT;
  }

  private static Issue leftOut(String connection, String name, String type) {
    return Issue.of(
        "source.bytes",
        Severity.WARN,
        new Location.Whole(connection),
        new Issue.Advice(
            "rows hold text, numbers, dates and yes or no",
            new Text(
                "kolom " + name + " berisi data biner (" + type + ") dan tidak diambil",
                "the column " + name + " holds binary content (" + type + ") and was left out"),
            new Text(
                "sebut kolom satu per satu di SELECT, tanpa " + name,
                "name the columns one by one in the SELECT, without " + name)));
  }
}
