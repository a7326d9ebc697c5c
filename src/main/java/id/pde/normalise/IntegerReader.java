package id.pde.normalise;

import id.pde.model.Cell;
import id.pde.model.Text;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Whole numbers of 64 bits. */
final class IntegerReader implements ColumnReader {

  private static final BigDecimal LEAST = BigDecimal.valueOf(Long.MIN_VALUE);
  private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);

  private final NumberScanner scanner;
  private final NumberFaults faults;
  private final NumberReading reading;
  private final boolean rounding;
  private final boolean sheet;

  IntegerReader(Column.Context context) {
    scanner = new NumberScanner(context.decimal());
    faults = new NumberFaults("integer", new Text("bilangan bulat", "a whole number"), context);
    reading = new NumberReading(scanner, faults, context);
    rounding = context.spec().reading().roundHalfUp();
    sheet = context.isSheet();
  }

  @Override
  public @Nullable Object text(String raw, Findings findings) {
    if (reading.unscaled() && scanner.quick(raw) && scanner.places() == 0) {
      return scanner.digits();
    }
    return fit(reading.text(raw, findings), findings);
  }

  @Override
  public @Nullable Object number(Cell.Numeric cell, Findings findings) {
    String exact = cell.exact();
    boolean whole = exact.indexOf('.') < 0;
    // A whole number of up to 17 digits is better exact than rounded to what Excel shows.
    if (sheet && whole && exact.length() - (exact.startsWith("-") ? 1 : 0) > 15) {
      findings.warn(faults.longCell());
    }
    String digits = sheet && !whole ? cell.text() : exact;
    return fit(reading.cell(cell, digits, findings), findings);
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
    if (value.compareTo(LEAST) < 0 || value.compareTo(MOST) > 0) {
      return findings.invalid(
          faults.overflow(
              new Text(
                  "bilangan bulat memuat paling banyak 19 angka",
                  "a whole number has at most 19 digits")));
    }
    if (value.stripTrailingZeros().scale() <= 0) {
      return value.longValue();
    }
    if (!rounding) {
      return findings.invalid(faults.fraction());
    }
    BigDecimal rounded = value.setScale(0, RoundingMode.HALF_UP);
    return rounded.compareTo(MOST) > 0 ? Long.MAX_VALUE : rounded.longValue();
  }
}
