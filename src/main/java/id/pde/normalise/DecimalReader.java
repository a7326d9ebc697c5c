package id.pde.normalise;

import id.pde.mapping.ColumnType.DecimalType;
import id.pde.model.Cell;
import id.pde.model.Text;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Decimals of a fixed precision and scale. */
final class DecimalReader implements ColumnReader {

  private static final int LONG_DIGITS = 18;

  private final NumberScanner scanner;
  private final NumberFaults faults;
  private final NumberReading reading;
  private final DecimalType type;
  private final boolean rounding;
  private final boolean sheet;
  private final long[] powers = new long[LONG_DIGITS + 1];

  /** The first number that has too many digits, where that is a long. */
  private final long limit;

  DecimalReader(Column.Context context, DecimalType type) {
    scanner = new NumberScanner(context.decimal());
    faults = new NumberFaults("decimal", new Text("angka desimal", "a decimal number"), context);
    reading = new NumberReading(scanner, faults, context);
    rounding = context.spec().reading().roundHalfUp();
    sheet = context.isSheet();
    this.type = type;
    powers[0] = 1;
    for (int i = 1; i < powers.length; i++) {
      powers[i] = powers[i - 1] * 10;
    }
    limit = type.precision() <= LONG_DIGITS ? powers[type.precision()] : Long.MAX_VALUE;
  }

  @Override
  public @Nullable Object text(String raw, Findings findings) {
    if (reading.unscaled() && scanner.quick(raw)) {
      BigDecimal quick = quick(scanner.digits(), type.scale() - scanner.places());
      if (quick != null) {
        return quick;
      }
    }
    return fit(reading.text(raw, findings), findings);
  }

  /** Without BigDecimal arithmetic where the number and its limit fit a long. */
  private @Nullable BigDecimal quick(long digits, int zeros) {
    if (zeros < 0 || zeros > LONG_DIGITS) {
      return null;
    }
    long size = Math.abs(digits);
    if (size > (Long.MAX_VALUE / 10) / powers[zeros]) {
      return null;
    }
    long unscaled = digits * powers[zeros];
    return Math.abs(unscaled) < limit ? BigDecimal.valueOf(unscaled, type.scale()) : null;
  }

  @Override
  public @Nullable Object number(Cell.Numeric cell, Findings findings) {
    return fit(reading.cell(cell, sheet ? cell.text() : cell.exact(), findings), findings);
  }

  @Override
  public @Nullable Object moment(Cell.Moment cell, Findings findings) {
    return findings.invalid(faults.otherKind());
  }

  @Override
  public @Nullable Object logical(Cell.Logical cell, Findings findings) {
    return findings.invalid(faults.otherKind());
  }

  @Override
  public @Nullable Object declared(String value, Findings findings) {
    return fit(reading.declared(value, findings), findings);
  }

  private @Nullable Object fit(@Nullable BigDecimal value, Findings findings) {
    if (value == null) {
      return null;
    }
    if (!rounding && value.scale() > type.scale()) {
      if (value.stripTrailingZeros().scale() > type.scale()) {
        return findings.invalid(faults.scale(type.scale()));
      }
    }
    BigDecimal scaled = value.setScale(type.scale(), RoundingMode.HALF_UP);
    if (scaled.precision() > type.precision()) {
      int whole = type.precision() - type.scale();
      return findings.invalid(
          faults.overflow(
              new Text(
                  "paling banyak " + whole + " angka di depan koma",
                  "at most " + whole + " digits before the decimal mark")));
    }
    return scaled;
  }
}
