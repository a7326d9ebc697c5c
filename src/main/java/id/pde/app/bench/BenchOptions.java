package id.pde.app.bench;

import java.util.List;

/**
 * How a benchmark runs.
 *
 * @param rows of the delivery
 * @param rounds of which the median counts
 */
public record BenchOptions(int rows, int rounds, Shape shape) {

  private static final int DEFAULT_ROWS = 1_000_000;
  private static final int DEFAULT_ROUNDS = 5;

  /** How the result is written. */
  public enum Shape {
    TABLE,
    JSON
  }

  /**
   * From the command line: {@code --rows=N --rounds=N --json}.
   *
   * @throws IllegalArgumentException for anything else
   */
  public static BenchOptions parse(List<String> arguments) {
    int rows = DEFAULT_ROWS;
    int rounds = DEFAULT_ROUNDS;
    Shape shape = Shape.TABLE;
    for (String argument : arguments) {
      if (argument.equals("--json")) {
        shape = Shape.JSON;
      } else if (argument.startsWith("--rows=")) {
        rows = positive(argument);
      } else if (argument.startsWith("--rounds=")) {
        rounds = positive(argument);
      } else {
        throw new IllegalArgumentException(argument);
      }
    }
    return new BenchOptions(rows, rounds, shape);
  }

  private static int positive(String argument) {
    int number = Integer.parseInt(argument.substring(argument.indexOf('=') + 1));
    if (number < 1) {
      throw new IllegalArgumentException(argument);
    }
    return number;
  }
}
