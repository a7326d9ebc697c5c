package id.pde.web.board;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * A bar for each label, in a drawing 600 units wide. Bars begin at zero; what is below it has none.
 *
 * @param height in the same units
 */
public record BarChart(int height, List<Bar> bars) {

  private static final int STEP = 30;
  private static final int START = 200;
  private static final int WIDEST = 290;
  private static final int LETTERS = 21;

  public BarChart {
    bars = List.copyOf(bars);
  }

  /**
   * A bar.
   *
   * @param label as much of it as fits
   * @param y the upper edge
   * @param width 0 for what is hidden, unknown or not above zero
   */
  public record Bar(String label, Cell value, int y, int width) {
    /** Where the value is written. */
    public int end() {
      return START + width + 8;
    }
  }

  static BarChart of(Figure figure) {
    List<String> labels = new ArrayList<>();
    List<Cell> values = new ArrayList<>();
    for (int row = 0; row < figure.rows().size(); row++) {
      labels.add(figure.at(row, "label").text());
      values.add(figure.at(row, "value"));
    }
    return of(labels, values);
  }

  /**
   * A chart.
   *
   * @param values one for each label
   */
  public static BarChart of(List<String> labels, List<Cell> values) {
    BigDecimal most = BigDecimal.ZERO;
    for (Cell value : values) {
      BigDecimal number = value.number();
      most = number == null ? most : most.max(number);
    }
    List<Bar> bars = new ArrayList<>();
    for (int row = 0; row < labels.size(); row++) {
      Cell value = values.get(row);
      bars.add(new Bar(shortened(labels.get(row)), value, row * STEP + 4, width(value, most)));
    }
    return new BarChart(bars.size() * STEP + 4, bars);
  }

  private static int width(Cell value, BigDecimal most) {
    BigDecimal number = value.number();
    if (number == null || number.signum() <= 0 || most.signum() == 0) {
      return 0;
    }
    return (int) Math.max(2, Math.round(WIDEST * number.doubleValue() / most.doubleValue()));
  }

  private static String shortened(String label) {
    if (label.codePointCount(0, label.length()) <= LETTERS) {
      return label;
    }
    return label.substring(0, label.offsetByCodePoints(0, LETTERS - 1)) + "…";
  }
}
