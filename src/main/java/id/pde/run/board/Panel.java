package id.pde.run.board;

import id.pde.model.Location.FilePlace;
import id.pde.model.Text;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One frame of the Command Center, as its file says.
 *
 * @param id the name of its file
 * @param note a line below the title; null: none
 * @param statement one SELECT over {@code mart}
 * @param unit what the values are counted in; null: nothing is said
 * @param decimals of the values, 0 to 6
 * @param order panels with a smaller number come first
 * @param width in columns of the wall, 1 to 4
 * @param source ids of the datasets that the statement reads
 * @param good which direction is good news; null: neither
 * @param hideSmall whether values from 1 to 4 are hidden even where no column is personal
 * @param columns headings of a table, by the names that the statement gives
 * @param sql where the statement stands
 */
public record Panel(
    String id,
    Text title,
    @Nullable Text note,
    Kind kind,
    String statement,
    @Nullable Text unit,
    int decimals,
    int order,
    int width,
    List<String> source,
    @Nullable Good good,
    boolean hideSmall,
    Map<String, Text> columns,
    FilePlace sql) {

  public Panel {
    source = List.copyOf(source);
    columns = Map.copyOf(columns);
  }

  /** How a panel shows its rows. */
  public enum Kind {
    /** One figure. */
    TILE(1, 1),
    /** A line over periods. */
    TREND(240, 1),
    /** A bar for each label. */
    BARS(30, 1),
    /** Rows as they are. */
    TABLE(30, 1),
    /** The kelurahan, coloured by value. */
    MAP(200, 2);

    private final int rows;
    private final int width;

    Kind(int rows, int width) {
      this.rows = rows;
      this.width = width;
    }

    /** The columns that a statement has to give. */
    public List<String> needed() {
      return switch (this) {
        case TILE -> List.of("value");
        case TREND -> List.of("period", "value");
        case BARS -> List.of("label", "value");
        case TABLE -> List.of();
        case MAP -> List.of("code", "value");
      };
    }

    /** At most so many rows are shown. */
    public int rows() {
      return rows;
    }

    int width() {
      return width;
    }
  }

  /** Which direction is good news. */
  public enum Good {
    UP,
    DOWN
  }
}
