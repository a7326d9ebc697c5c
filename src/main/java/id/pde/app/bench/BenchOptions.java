package id.pde.app.bench;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * How a benchmark runs.
 *
 * @param rows of the delivery
 * @param rounds of which the median counts
 * @param parts what is measured
 */
public record BenchOptions(int rows, int rounds, Shape shape, SortedSet<Part> parts) {

  private static final int DEFAULT_ROWS = 1_000_000;
  private static final int DEFAULT_ROUNDS = 5;

  public BenchOptions {
    parts = Collections.unmodifiableSortedSet(new TreeSet<>(parts));
  }

  /** What is measured; the first four, {@link #PULL} and what follows it need a database. */
  public enum Part {
    APPEND,
    MERGE,
    PLAN,
    UNDO,
    XLSX,
    GROWTH,
    CSV,
    XLS,
    PULL,
    FILES,
    ANSWER,
    PAGES
  }

  /** How the result is written. */
  public enum Shape {
    TABLE,
    JSON
  }

  /**
   * From the command line: {@code --rows=N --rounds=N --only=PART,PART --json}.
   *
   * @throws IllegalArgumentException for anything else
   */
  public static BenchOptions parse(List<String> arguments) {
    int rows = DEFAULT_ROWS;
    int rounds = DEFAULT_ROUNDS;
    Shape shape = Shape.TABLE;
    SortedSet<Part> parts = new TreeSet<>(List.of(Part.values()));
    for (String argument : arguments) {
      if (argument.equals("--json")) {
        shape = Shape.JSON;
      } else if (argument.startsWith("--rows=")) {
        rows = positive(argument);
      } else if (argument.startsWith("--rounds=")) {
        rounds = positive(argument);
      } else if (argument.startsWith("--only=")) {
        parts = parts(argument.substring(argument.indexOf('=') + 1));
      } else {
        throw new IllegalArgumentException(argument);
      }
    }
    return new BenchOptions(rows, rounds, shape, parts);
  }

  private static SortedSet<Part> parts(String names) {
    SortedSet<Part> parts = new TreeSet<>();
    for (String name : names.split(",", -1)) {
      parts.add(Part.valueOf(name.toUpperCase(Locale.ROOT)));
    }
    return parts;
  }

  private static int positive(String argument) {
    int number = Integer.parseInt(argument.substring(argument.indexOf('=') + 1));
    if (number < 1) {
      throw new IllegalArgumentException(argument);
    }
    return number;
  }
}
