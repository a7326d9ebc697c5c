package id.pde.web.board;

import id.pde.model.Issue;
import id.pde.model.Text;
import id.pde.run.board.Panel;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A panel as it hangs on the wall.
 *
 * @param panel null: its file has a fault
 * @param figure null: there is none, and {@code fault} says why
 * @param fault beside a figure: that one is older, and this is why
 * @param sources what it is computed of
 * @param at when it was computed; null: it never was
 */
public record Frame(
    String id,
    Text title,
    @Nullable Panel panel,
    @Nullable Figure figure,
    @Nullable Issue fault,
    List<Source> sources,
    @Nullable Instant at) {

  public Frame {
    sources = List.copyOf(sources);
  }

  /** The same figure with the reason why there is no newer one. */
  Frame with(@Nullable Issue newer) {
    return new Frame(id, title, panel, figure, newer, sources, at);
  }

  /** The kind as templates ask for it; {@code broken} where there is nothing to draw. */
  public String shape() {
    return panel == null || figure == null ? "broken" : word(panel.kind());
  }

  private static String word(Panel.Kind kind) {
    return switch (kind) {
      case TILE -> "tile";
      case TREND -> "trend";
      case BARS -> "bars";
      case TABLE -> "table";
      case MAP -> "map";
    };
  }

  /** The size on the wall, as classes of the style sheet. */
  public String size() {
    if (panel == null) {
      return "w1 tile";
    }
    return "w" + panel.width() + " " + word(panel.kind());
  }

  /** The line of a trend. */
  public TrendLine line() {
    return TrendLine.of(drawn());
  }

  /** The bars. */
  public BarChart bars() {
    return BarChart.of(drawn());
  }

  /** The map. */
  public CityMap map() {
    return CityMap.of(drawn());
  }

  /** How a tile or a trend moved. */
  public Move move() {
    return Move.of(drawn(), panel == null ? null : panel.good());
  }

  private Figure drawn() {
    if (figure == null) {
      throw new IllegalStateException("nothing to draw on " + id);
    }
    return figure;
  }
}
