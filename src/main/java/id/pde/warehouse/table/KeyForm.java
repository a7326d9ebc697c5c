package id.pde.warehouse.table;

import id.pde.mapping.TargetSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * By what rows meet: the key of the mapping; with the period where every period is a part of its
 * own; or, where another key may take its place, a digest of whichever of the two counts.
 *
 * @param main the key of the mapping
 * @param other the key that takes its place; empty: none
 */
public record KeyForm(List<String> main, List<String> other, Scope scope) {

  /** The column of digests: 16 bytes of a SHA-256, so that it tells nothing of what is in it. */
  public static final String DIGEST = "_key";

  private static final String PERIOD = "_period";

  /** Where a key is unique. */
  public enum Scope {
    TABLE,
    PERIOD
  }

  public KeyForm {
    main = List.copyOf(main);
    other = List.copyOf(other);
  }

  static KeyForm of(TargetSpec target) {
    Scope scope = target.terms().per().period() ? Scope.PERIOD : Scope.TABLE;
    return new KeyForm(target.key(), target.terms().otherKey(), scope);
  }

  /** Whether rows meet by a digest. */
  public boolean digested() {
    return !main.isEmpty() && !other.isEmpty();
  }

  /** The columns of the primary key; empty: rows have no key. */
  public List<String> columns() {
    if (main.isEmpty()) {
      return List.of();
    }
    Stream<String> own = digested() ? Stream.of(DIGEST) : main.stream();
    Stream<String> part = scope == Scope.PERIOD ? Stream.of(PERIOD) : Stream.of();
    return Stream.concat(own, part).toList();
  }

  /** Columns that PDE adds for it. */
  public List<String> added() {
    return digested() ? List.of(DIGEST) : List.of();
  }

  /** The digest of a row, by its key where that is all there, else by the other one. */
  public String digest(String row) {
    String there =
        main.stream()
            .map(name -> row + Sql.name(name) + " IS NOT NULL")
            .collect(Collectors.joining(" AND "));
    return "CASE WHEN "
        + there
        + " THEN "
        + digest(row, "k", main)
        + " ELSE "
        + otherDigest(row)
        + " END";
  }

  /** The digest of a row by the key that takes the place of the other one. */
  public String otherDigest(String row) {
    return digest(row, "e", other);
  }

  /** The digests that a row may have whose values of either key are these. */
  public static String digests(String row, List<String> names) {
    return "ARRAY[" + digest(row, "k", names) + ", " + digest(row, "e", names) + "]";
  }

  private static String digest(String row, String kind, List<String> names) {
    List<String> parts = new ArrayList<>();
    parts.add(Sql.literal(kind) + "::text");
    names.forEach(name -> parts.add(row + Sql.name(name)));
    return "encode(substr(sha256(convert_to(jsonb_build_array("
        + String.join(", ", parts)
        + ")::text, 'UTF8')), 1, 16), 'hex')::uuid";
  }
}
