package id.pde.model;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A place that a person can find again; every number is 1-based, as editors and Excel count. */
public sealed interface Location {

  /** The delivery as a whole. */
  record Whole(String name) implements Location {
    @Override
    public String shown() {
      return name;
    }
  }

  /**
   * A record of a text file: the physical line where it starts, and the field (0: whole record).
   */
  record Line(long line, int column, @Nullable String heading) implements Location {
    @Override
    public String shown() {
      if (column == 0) {
        return "line " + line;
      }
      String name = heading == null || heading.isEmpty() ? "" : " (" + heading + ")";
      return "line " + line + ", column " + column + name;
    }
  }

  /** A cell of a sheet; column 0 means the whole row, row 0 the whole sheet. */
  record SheetCell(String sheet, long row, int column) implements Location {
    @Override
    public String shown() {
      if (row == 0) {
        return sheet;
      }
      return sheet + "!" + (column == 0 ? "row " : letters(column)) + row;
    }
  }

  /** A row of a query or of records that a route handed over. */
  record QueryRow(String query, long row, @Nullable String field) implements Location {
    @Override
    public String shown() {
      String name = field == null ? "" : " (" + field + ")";
      return "row " + row + " of " + query + name;
    }
  }

  /**
   * A value in a JSON file: {@code $.service_requests[3].lat}, or {@code line 17, $.lat} where
   * every record stands on a line of its own.
   *
   * @param line where the record starts; 0: the path says it
   */
  record JsonPath(long line, String path) implements Location {

    /** Between the parts of a heading that stands for a nested value. */
    private static final String JOINT = " / ";

    private static final Pattern PLAIN = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");

    /**
     * A record of an array, or a value in it.
     *
     * @param number of the record, from 1; paths count from 0, as every tool that reads them
     */
    public static JsonPath element(String array, long number, @Nullable String heading) {
      return new JsonPath(0, array + "[" + (number - 1) + "]" + steps(heading));
    }

    /** A record on a line, or a value in it. */
    public static JsonPath line(long line, @Nullable String heading) {
      return new JsonPath(line, "$" + steps(heading));
    }

    /** A further step down. */
    public static String step(String name) {
      return PLAIN.matcher(name).matches() ? "." + name : "['" + name.replace("'", "\\'") + "']";
    }

    private static String steps(@Nullable String heading) {
      if (heading == null || heading.isEmpty()) {
        return "";
      }
      StringBuilder path = new StringBuilder();
      for (String name : heading.split(JOINT, -1)) {
        path.append(step(name));
      }
      return path.toString();
    }

    @Override
    public String shown() {
      if (line == 0) {
        return path;
      }
      return "line " + line + (path.equals("$") ? "" : ", " + path);
    }
  }

  /** A place in a mapping or route file. */
  record FilePlace(String file, int line, int column) implements Location {
    @Override
    public String shown() {
      return file + ":" + line + ":" + column;
    }
  }

  /** The place as people write it: {@code Sheet!D17}, {@code line 17, column 4 (Harga)}. */
  String shown();

  /** Column letters as Excel names them: 1 is A, 28 is AB. */
  static String letters(int column) {
    StringBuilder letters = new StringBuilder();
    for (int rest = column; rest > 0; rest = (rest - 1) / 26) {
      letters.insert(0, (char) ('A' + (rest - 1) % 26));
    }
    return letters.toString();
  }
}
