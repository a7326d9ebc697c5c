package id.pde.run.explain;

import java.util.List;
import java.util.Optional;

/**
 * A table as people name it: {@code mart.harga}, {@code warehouse.harga}, {@code harga.komoditas}.
 *
 * @param column empty: the table as a whole
 */
public record Relation(String table, Optional<String> column) {

  private static final List<String> SCHEMAS = List.of("mart.", "warehouse.", "history.");

  public static Relation of(String written) {
    String rest = written.strip();
    for (String schema : SCHEMAS) {
      if (rest.startsWith(schema)) {
        rest = rest.substring(schema.length());
        break;
      }
    }
    int point = rest.indexOf('.');
    return point < 0
        ? new Relation(rest, Optional.empty())
        : new Relation(rest.substring(0, point), Optional.of(rest.substring(point + 1)));
  }
}
