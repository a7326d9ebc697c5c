package id.pde.codes;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The days on which a code is valid, both ends included.
 *
 * @param from null: since ever
 * @param to null: until further notice
 */
public record Validity(@Nullable LocalDate from, @Nullable LocalDate to) {

  public static final Validity ALWAYS = new Validity(null, null);

  /** Whether it is valid on some day of the span. */
  public boolean meets(Span span) {
    return (from == null || !from.isAfter(span.end()))
        && (to == null || !to.isBefore(span.start()));
  }

  /** Whether it is valid on that day. */
  public boolean includes(LocalDate day) {
    return (from == null || !from.isAfter(day)) && (to == null || !to.isBefore(day));
  }

  /** The first and the last day that data speak of. */
  public record Span(LocalDate start, LocalDate end) {}
}
