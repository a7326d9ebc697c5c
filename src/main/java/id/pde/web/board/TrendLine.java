package id.pde.web.board;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A line over periods, in a drawing of 600 by 200 units. A period without a number interrupts it.
 *
 * @param paths one for each uninterrupted part
 * @param points where a value stands
 * @param least the lowest value
 * @param most the highest value
 */
public record TrendLine(
    List<String> paths,
    List<Point> points,
    @Nullable BigDecimal least,
    @Nullable BigDecimal most,
    String first,
    String last) {

  private static final double LEFT = 10;
  private static final double RIGHT = 590;
  private static final double TOP = 22;
  private static final double BOTTOM = 165;

  public TrendLine {
    paths = List.copyOf(paths);
    points = List.copyOf(points);
  }

  /** A value in the drawing. */
  public record Point(String x, String y, String period, BigDecimal value) {}

  static TrendLine of(Figure figure) {
    int rows = figure.rows().size();
    BigDecimal least = null;
    BigDecimal most = null;
    for (int row = 0; row < rows; row++) {
      BigDecimal value = figure.at(row, "value").number();
      if (value != null) {
        least = least == null ? value : least.min(value);
        most = most == null ? value : most.max(value);
      }
    }
    List<String> paths = new ArrayList<>();
    List<Point> points = new ArrayList<>();
    StringBuilder path = new StringBuilder();
    for (int row = 0; row < rows; row++) {
      BigDecimal value = figure.at(row, "value").number();
      if (value == null || least == null || most == null) {
        end(path, paths);
        continue;
      }
      double x = rows == 1 ? (LEFT + RIGHT) / 2 : LEFT + (RIGHT - LEFT) * row / (rows - 1);
      double span = most.subtract(least).doubleValue();
      double part = span == 0 ? 0.5 : value.subtract(least).doubleValue() / span;
      Point point =
          new Point(
              units(x),
              units(BOTTOM - (BOTTOM - TOP) * part),
              figure.at(row, "period").text(),
              value);
      points.add(point);
      path.append(path.isEmpty() ? "M" : " L").append(point.x()).append(' ').append(point.y());
    }
    end(path, paths);
    return new TrendLine(
        paths,
        points,
        least,
        most,
        figure.at(0, "period").text(),
        figure.at(rows - 1, "period").text());
  }

  private static void end(StringBuilder path, List<String> paths) {
    if (!path.isEmpty()) {
      paths.add(path.toString());
      path.setLength(0);
    }
  }

  private static String units(double number) {
    return String.format(Locale.ROOT, "%.1f", number);
  }

  /** Where the line ends; null: there is no value. */
  public @Nullable Point end() {
    return points.isEmpty() ? null : points.get(points.size() - 1);
  }
}
