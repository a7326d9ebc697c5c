package id.pde.run.pull;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One question to the database of an agency.
 *
 * @param connection the name that routes use
 * @param parameters by the names that the statement uses
 */
public record Pull(
    String connection, String statement, Map<String, @Nullable Object> parameters, Limits limits) {

  public Pull {
    parameters = new LinkedHashMap<>(parameters);
  }

  /**
   * What a question may cost.
   *
   * @param rowsAtOnce rows that are in memory at a time
   * @param seconds until the database has to have answered
   * @param rows after which no more are asked for; 0: all
   */
  public record Limits(int rowsAtOnce, int seconds, long rows) {
    public static final Limits DEFAULT = new Limits(1000, 1800, 0);
  }
}
