package id.pde.web.page;

import id.pde.run.overview.Overview.Day;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A column for each day, drawn by the server; the same numbers stand in a table beside it.
 *
 * @param width of the drawing, in its own units
 */
public record Bars(int width, int height, long most, List<Bar> bars) {

  private static final int STEP = 24;
  private static final int COLUMN = 16;
  private static final int HEIGHT = 120;

  public Bars {
    bars = List.copyOf(bars);
  }

  /**
   * A day.
   *
   * @param x the left edge
   * @param accepted how high the accepted rows stand
   * @param rejected how high the rejected ones stand on them
   */
  public record Bar(Day day, int x, int y, int accepted, int rejectedY, int rejected) {
    public int width() {
      return COLUMN;
    }
  }

  /** The days up to this one. */
  static Bars of(List<Day> known, LocalDate today, int days) {
    Map<LocalDate, Day> by =
        known.stream().collect(Collectors.toMap(Day::day, Function.identity()));
    List<Day> all = new ArrayList<>();
    for (int back = days - 1; back >= 0; back--) {
      LocalDate day = today.minusDays(back);
      all.add(by.getOrDefault(day, new Day(day, 0, 0, 0)));
    }
    long most = all.stream().mapToLong(day -> day.accepted() + day.rejected()).max().orElse(0);
    List<Bar> bars = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      Day day = all.get(i);
      int accepted = share(day.accepted(), most);
      int rejected = share(day.rejected(), most);
      int y = HEIGHT - accepted;
      bars.add(new Bar(day, i * STEP + 4, y, accepted, y - rejected, rejected));
    }
    return new Bars(days * STEP, HEIGHT, most, bars);
  }

  /** What is there at all is seen: at least two units. */
  private static int share(long rows, long most) {
    if (rows == 0 || most == 0) {
      return 0;
    }
    return (int) Math.max(2, Math.round((HEIGHT - 10.0) * rows / most));
  }
}
