package id.pde.model;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.Temporal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A value as the source holds it, before any mapping. Text files hold only {@link Blank} and {@link
 * Words}.
 */
public sealed interface Cell {

  /** What {@code pde read} prints and what a text column reads. */
  String text();

  /** Nothing there. */
  record Blank() implements Cell {
    @Override
    public String text() {
      return "";
    }
  }

  /**
   * Text, untouched.
   *
   * @param indent how many steps the cell is indented by its style; 0 in text files
   */
  record Words(String text, int indent) implements Cell {
    public Words(String text) {
      this(text, 0);
    }
  }

  /**
   * A number cell.
   *
   * @param exact plain decimal of the digits that the file holds (up to 17 significant)
   * @param format the number format of the cell, as in {@code 000} or {@code 0.0%}; null: General
   */
  record Numeric(String exact, @Nullable String format) implements Cell {
    /** Excel shows 15 significant digits; more in a file are noise of the double. */
    private static final MathContext EXCEL = new MathContext(15, RoundingMode.HALF_EVEN);

    /** A double holds each whole number up to here; only programs write one of 16 digits. */
    private static final long WHOLE = 1L << 53;

    @Override
    public String text() {
      if (exact.length() <= 15 || isWhole()) {
        return exact;
      }
      // The sixteenth digit is one of a double: half of those that end in 5 are less than a half.
      double held = Double.parseDouble(exact);
      BigDecimal digits = Double.isFinite(held) ? new BigDecimal(held) : new BigDecimal(exact);
      BigDecimal kept = digits.round(EXCEL);
      return kept.signum() == 0 ? "0" : kept.stripTrailingZeros().toPlainString();
    }

    private boolean isWhole() {
      return exact.length() <= 17
          && exact.indexOf('.') < 0
          && Math.abs(Long.parseLong(exact)) <= WHOLE;
    }
  }

  /**
   * A cell with a date or time style: LocalDate, LocalTime or LocalDateTime. Databases also give
   * moments with an offset: OffsetDateTime.
   */
  record Moment(Temporal value) implements Cell {
    private static final DateTimeFormatter DAY_AND_TIME =
        DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss", Locale.ROOT);

    private static final DateTimeFormatter TIME =
        DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    @Override
    public String text() {
      if (value instanceof LocalDateTime moment) {
        return DAY_AND_TIME.format(moment);
      }
      if (value instanceof LocalTime time) {
        return TIME.format(time);
      }
      return value.toString();
    }
  }

  /** TRUE or FALSE. */
  record Logical(boolean value) implements Cell {
    @Override
    public String text() {
      return Boolean.toString(value);
    }
  }

  /** An error cell: {@code #N/A}, {@code #DIV/0!}. */
  record Failure(String error) implements Cell {
    @Override
    public String text() {
      return error;
    }
  }

  /** A formula whose value was never calculated. */
  record Uncalculated() implements Cell {
    @Override
    public String text() {
      return "";
    }
  }

  Cell BLANK = new Blank();
  Cell UNCALCULATED = new Uncalculated();
}
