package id.pde.web.board;

import id.pde.web.board.Shapes.Shape;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The kelurahan of the city, coloured by value in five equal steps from the least to the most.
 *
 * @param elsewhere rows whose code is none of them
 */
public record CityMap(
    List<Area> areas, @Nullable BigDecimal least, @Nullable BigDecimal most, int elsewhere) {

  private static final int STEPS = 5;

  public CityMap {
    areas = List.copyOf(areas);
  }

  /**
   * A kelurahan.
   *
   * @param step from 1; 0: it has no number, or a hidden one
   */
  public record Area(
      String code, String name, String path, String x, String y, Cell value, int step) {}

  /** Whether the numbers on the map are in thousands: whole ones would cover their neighbours. */
  public boolean thousands() {
    return most != null && most.compareTo(BigDecimal.valueOf(1000)) >= 0;
  }

  static CityMap of(Figure figure) {
    Map<String, Cell> values = new HashMap<>();
    BigDecimal least = null;
    BigDecimal most = null;
    for (int row = 0; row < figure.rows().size(); row++) {
      Cell value = figure.at(row, "value");
      values.put(figure.at(row, "code").text(), value);
      BigDecimal number = value.number();
      if (number != null) {
        least = least == null ? number : least.min(number);
        most = most == null ? number : most.max(number);
      }
    }
    List<Area> areas = new ArrayList<>();
    for (Shape shape : Shapes.ALL) {
      Cell value = values.remove(shape.code());
      Cell shown = value == null ? Cell.text(null) : value;
      areas.add(
          new Area(
              shape.code(),
              shape.name(),
              shape.path(),
              shape.x(),
              shape.y(),
              shown,
              step(shown.number(), least, most)));
    }
    return new CityMap(areas, least, most, values.size());
  }

  private static int step(
      @Nullable BigDecimal value, @Nullable BigDecimal least, @Nullable BigDecimal most) {
    if (value == null || least == null || most == null) {
      return 0;
    }
    double span = most.subtract(least).doubleValue();
    double part = span == 0 ? 0 : value.subtract(least).doubleValue() / span;
    return 1 + (int) Math.min(STEPS - 1, Math.floor(part * STEPS));
  }
}
