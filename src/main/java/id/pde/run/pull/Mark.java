package id.pde.run.pull;

import org.jspecify.annotations.Nullable;

/**
 * Where a pull ended: the highest value of its watermark.
 *
 * @param tie the highest value of the second field among rows with that value; null: none is
 *     declared
 */
public record Mark(MarkValue value, @Nullable MarkValue tie) {

  /** The higher one of two; the other where one is null. */
  public static @Nullable Mark higher(@Nullable Mark one, @Nullable Mark other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    int order = one.value.compareTo(other.value);
    if (order == 0 && one.tie != null && other.tie != null) {
      order = one.tie.compareTo(other.tie);
    }
    return order < 0 ? other : one;
  }
}
