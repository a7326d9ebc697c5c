package id.pde.source.joined;

import id.pde.model.Cell;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/**
 * What of a value survives the way into a workbook and back: two cells of one form are the same
 * value. What a workbook cannot hold was written as text, cut or left out.
 */
final class CopiedCell {

  /** Excel takes so many signs in a cell. */
  private static final int LONGEST = 32_767;

  /** Numbers of more signs are written as text. */
  private static final int LONGEST_NUMBER = 16;

  /** Excel counts that many digits. */
  private static final MathContext DIGITS = new MathContext(15, RoundingMode.HALF_EVEN);

  /** The first day that Excel has. */
  private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);

  private static final Set<String> ERRORS =
      Set.of("#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A");

  private CopiedCell() {}

  /** The form of a cell of the delivery, once it is copied. */
  static String written(Cell cell) {
    if (cell instanceof Cell.Numeric number) {
      return number.exact().length() <= LONGEST_NUMBER ? number(number) : text(number.text());
    }
    if (cell instanceof Cell.Moment moment) {
      boolean known = !day(moment).isBefore(FIRST);
      return known ? moment(moment) : text(moment.text());
    }
    if (cell instanceof Cell.Failure failure && !ERRORS.contains(failure.error())) {
      return text(failure.error());
    }
    return returned(cell);
  }

  /** The form of a cell of the workbook that came back. */
  static String returned(Cell cell) {
    if (cell instanceof Cell.Numeric number) {
      return number(number);
    }
    if (cell instanceof Cell.Moment moment) {
      return moment(moment);
    }
    if (cell instanceof Cell.Logical logical) {
      return "b" + logical.value();
    }
    if (cell instanceof Cell.Failure failure) {
      return "e" + failure.error();
    }
    return cell instanceof Cell.Words words ? text(words.text()) : "";
  }

  private static String number(Cell.Numeric number) {
    BigDecimal value = new BigDecimal(number.exact()).round(DIGITS);
    return "n" + (value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString());
  }

  private static LocalDate day(Cell.Moment moment) {
    if (moment.value() instanceof LocalDateTime time) {
      return time.toLocalDate();
    }
    return moment.value() instanceof LocalDate day ? day : FIRST;
  }

  private static String moment(Cell.Moment moment) {
    if (moment.value() instanceof LocalDate day) {
      return "m" + day.atStartOfDay();
    }
    if (moment.value() instanceof LocalDateTime time) {
      return "m" + time.plusNanos(500_000_000).truncatedTo(ChronoUnit.SECONDS);
    }
    return moment.value() instanceof LocalTime time
        ? "m" + time.truncatedTo(ChronoUnit.SECONDS)
        : "m" + moment.text();
  }

  /** Line breaks and signs that XML cannot hold do not come back as they went. */
  private static String text(String text) {
    String cut = text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    StringBuilder kept = new StringBuilder(cut.length() + 1).append('t');
    for (int i = 0; i < cut.length(); i++) {
      char sign = cut.charAt(i);
      if (sign == '\r') {
        boolean pair = i + 1 < cut.length() && cut.charAt(i + 1) == '\n';
        kept.append(pair ? "" : "\n");
      } else if (sign == '_' && isEscape(cut, i)) {
        int code = Integer.parseInt(cut.substring(i + 2, i + 6), 16);
        kept.append(code < ' ' && code != '\t' && code != '\n' ? '?' : (char) code);
        i += 6;
      } else {
        boolean lost =
            (sign < ' ' && sign != '\t' && sign != '\n') || sign >= 0xFFFE || isHalf(cut, i);
        kept.append(lost ? '?' : sign);
      }
    }
    return kept.length() == 1 ? "" : kept.toString();
  }

  /** Readers take {@code _x0041_} for the letter A (ECMA-376, 22.9.2.19), whoever wrote it. */
  private static boolean isEscape(String text, int at) {
    if (at + 7 > text.length() || text.charAt(at + 1) != 'x' || text.charAt(at + 6) != '_') {
      return false;
    }
    for (int i = at + 2; i < at + 6; i++) {
      char sign = text.charAt(i);
      if (sign >= 0x80 || Character.digit(sign, 16) < 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean isHalf(String text, int at) {
    char sign = text.charAt(at);
    if (Character.isHighSurrogate(sign)) {
      return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
    }
    return Character.isLowSurrogate(sign)
        && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
  }

  /** Of all cells of a row; blank ones count for nothing. */
  static long rowForm(Cell[] cells, boolean copied) {
    long form = 1125899906842597L;
    for (int column = 0; column < cells.length; column++) {
      String one = copied ? returned(cells[column]) : written(cells[column]);
      if (!one.isEmpty()) {
        form = 31 * form + column;
        for (int i = 0; i < one.length(); i++) {
          form = 31 * form + one.charAt(i);
        }
      }
    }
    return form;
  }
}
