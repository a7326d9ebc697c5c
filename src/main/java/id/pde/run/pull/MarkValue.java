package id.pde.run.pull;

import id.pde.mapping.WatermarkSpec;
import id.pde.mapping.WatermarkSpec.LookBack;
import id.pde.model.Cell;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.Temporal;
import org.jspecify.annotations.Nullable;

/**
 * A value of a watermark, as text that is read back exactly.
 *
 * @param text a plain decimal, or ISO 8601, or the text itself
 */
public record MarkValue(Kind kind, String text) implements Comparable<MarkValue> {

  /** Before every row of an agency, and within what every database can hold. */
  private static final LocalDate BEGINNING = LocalDate.of(1900, 1, 1);

  /** What a value is. A typed value is higher than a text, such as the zero date of MariaDB. */
  public enum Kind {
    TEXT,
    NUMBER,
    DATE,
    /** Date and time without a zone. */
    LOCAL,
    /** A moment. */
    INSTANT
  }

  /** The value of a cell; null where it is none that rises. */
  public static @Nullable MarkValue of(Cell cell) {
    if (cell instanceof Cell.Numeric number) {
      return new MarkValue(Kind.NUMBER, number.exact());
    }
    if (cell instanceof Cell.Words words && !words.text().isBlank()) {
      return new MarkValue(Kind.TEXT, words.text());
    }
    return cell instanceof Cell.Moment moment ? of(moment.value()) : null;
  }

  private static @Nullable MarkValue of(Temporal value) {
    if (value instanceof LocalDate day) {
      return new MarkValue(Kind.DATE, day.toString());
    }
    if (value instanceof LocalDateTime local) {
      return new MarkValue(Kind.LOCAL, local.toString());
    }
    return value instanceof OffsetDateTime moment
        ? new MarkValue(Kind.INSTANT, moment.withOffsetSameInstant(ZoneOffset.UTC).toString())
        : null;
  }

  /** Lower than all that a first pull finds. */
  public static MarkValue lowest(WatermarkSpec.Kind kind) {
    return switch (kind) {
      case TIMESTAMP -> new MarkValue(Kind.LOCAL, BEGINNING.atStartOfDay().toString());
      case DATE -> new MarkValue(Kind.DATE, BEGINNING.toString());
      case NUMBER -> new MarkValue(Kind.NUMBER, Long.toString(Long.MIN_VALUE));
      case TEXT -> new MarkValue(Kind.TEXT, "");
    };
  }

  /** What a statement compares with. */
  public Object parameter() {
    return switch (kind) {
      case TEXT -> text;
      case NUMBER -> number();
      case DATE -> LocalDate.parse(text);
      case LOCAL -> LocalDateTime.parse(text);
      case INSTANT -> OffsetDateTime.parse(text);
    };
  }

  private Object number() {
    BigDecimal exact = new BigDecimal(text);
    try {
      return exact.longValueExact();
    } catch (ArithmeticException fraction) {
      return exact;
    }
  }

  /**
   * The value from which late rows are looked for. A text keeps its form.
   *
   * @throws IllegalArgumentException where a text names no date
   */
  public MarkValue back(LookBack by) {
    if (by.isNone()) {
      return this;
    }
    return switch (kind) {
      case NUMBER ->
          new MarkValue(
              kind, new BigDecimal(text).subtract(BigDecimal.valueOf(by.number())).toPlainString());
      case DATE ->
          new MarkValue(
              kind, LocalDate.parse(text).atStartOfDay().minus(by.time()).toLocalDate().toString());
      case LOCAL -> new MarkValue(kind, LocalDateTime.parse(text).minus(by.time()).toString());
      case INSTANT -> new MarkValue(kind, OffsetDateTime.parse(text).minus(by.time()).toString());
      case TEXT -> textBack(by);
    };
  }

  /** Databases without dates keep them as {@code yyyy-MM-dd} or {@code yyyy-MM-dd HH:mm:ss}. */
  private MarkValue textBack(LookBack by) {
    try {
      if (text.length() == 10) {
        LocalDate day = LocalDate.parse(text).atStartOfDay().minus(by.time()).toLocalDate();
        return new MarkValue(kind, day.toString());
      }
      char joint = text.length() > 10 ? text.charAt(10) : 'T';
      LocalDateTime moment = LocalDateTime.parse(text.replace(joint, 'T')).minus(by.time());
      String whole = moment.toString();
      String seconds = whole.length() == 16 ? whole + ":00" : whole;
      return new MarkValue(kind, seconds.replace('T', joint));
    } catch (DateTimeParseException other) {
      throw new IllegalArgumentException("no date", other);
    }
  }

  @Override
  public int compareTo(MarkValue other) {
    if (kind != other.kind) {
      return kind.compareTo(other.kind);
    }
    return switch (kind) {
      case TEXT -> text.compareTo(other.text);
      case NUMBER -> new BigDecimal(text).compareTo(new BigDecimal(other.text));
      case DATE -> LocalDate.parse(text).compareTo(LocalDate.parse(other.text));
      case LOCAL -> LocalDateTime.parse(text).compareTo(LocalDateTime.parse(other.text));
      case INSTANT ->
          OffsetDateTime.parse(text)
              .toInstant()
              .compareTo(OffsetDateTime.parse(other.text).toInstant());
    };
  }
}
