package id.pde.normalise;

import id.pde.model.Cell;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The careful road of integer and decimal columns: from anything to one number, or a fault. */
final class NumberReading {

  private static final BigDecimal ONE = BigDecimal.ONE;

  private final NumberScanner written;
  private final WordedNumber worded;
  private final NumberScanner plain = new NumberScanner('.');
  private final NumberFaults faults;
  private final char mark;
  private final BigDecimal factor;

  NumberReading(NumberScanner written, NumberFaults faults, Column.Context context) {
    this.written = written;
    this.worded = new WordedNumber(written);
    this.faults = faults;
    Character decimal = context.decimal();
    this.mark = decimal == null ? '.' : decimal;
    BigDecimal scale = context.spec().reading().scale();
    this.factor = scale == null ? ONE : scale;
  }

  /** Whether the digits count as they stand. */
  boolean unscaled() {
    return factor.compareTo(ONE) == 0;
  }

  @Nullable BigDecimal text(String raw, Findings findings) {
    // Zero-width signs and blanks alone are an empty cell, as in every other column.
    if (Tidy.word(raw).isEmpty()) {
      return null;
    }
    NumberScanner.Verdict verdict = written.careful(raw);
    switch (verdict) {
      case NONE -> {
        return words(raw, findings);
      }
      case TWO -> findings.invalid(faults.ambiguous(written.value(), written.other()));
      case SHORTENED -> findings.invalid(faults.shortened());
      case OTHER_MARK -> {
        findings.warn(faults.otherMark(mark));
        return scaled(written.value());
      }
      case ONE -> {
        return scaled(written.value());
      }
    }
    return null;
  }

  /** A number with words in it: {@code 36 ribu}. */
  private @Nullable BigDecimal words(String raw, Findings findings) {
    NumberScanner.Verdict verdict = worded.read(raw);
    boolean one =
        verdict == NumberScanner.Verdict.ONE || verdict == NumberScanner.Verdict.OTHER_MARK;
    if (verdict == NumberScanner.Verdict.TWO) {
      findings.invalid(faults.twoUnits(worded.value(), worded.other()));
      return null;
    }
    if (!one) {
      findings.invalid(faults.invalid(raw));
      return null;
    }
    BigDecimal value = worded.value();
    if (worded.hasUnit() && !unscaled()) {
      // "17 ribu" in a table of thousands: 17 thousand, or 17 million?
      findings.invalid(faults.twoUnits(value, value.multiply(factor)));
      return null;
    }
    if (verdict == NumberScanner.Verdict.OTHER_MARK) {
      findings.warn(faults.otherMark(mark));
    }
    return scaled(value);
  }

  /**
   * A number cell; its text is what Excel shows of it.
   *
   * @param digits the plain decimal to trust
   */
  @Nullable BigDecimal cell(Cell.Numeric cell, String digits, Findings findings) {
    BigDecimal value = plainly(digits);
    if (value == null) {
      findings.invalid(faults.invalid(digits));
      return null;
    }
    return scaled(NumberFormat.isPercent(cell.format()) ? value.movePointRight(2) : value);
  }

  /** A number that the mapping itself writes: a point, no factor. */
  @Nullable BigDecimal declared(String value, Findings findings) {
    BigDecimal number = plainly(value);
    if (number == null) {
      findings.invalid(faults.invalid(value));
    }
    return number;
  }

  private @Nullable BigDecimal plainly(String digits) {
    if (plain.quick(digits)) {
      return BigDecimal.valueOf(plain.digits(), plain.places());
    }
    return plain.careful(digits) == NumberScanner.Verdict.ONE ? plain.value() : null;
  }

  private BigDecimal scaled(BigDecimal value) {
    return unscaled() ? value : value.multiply(factor);
  }
}
