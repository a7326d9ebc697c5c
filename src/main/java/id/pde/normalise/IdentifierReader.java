package id.pde.normalise;

import id.pde.mapping.Identifier;
import id.pde.model.Cell;
import org.jspecify.annotations.Nullable;

/** Identifiers other than the NIK: what all have in common in the cells of a sheet. */
final class IdentifierReader implements ColumnReader {

  /** A double holds the 16 digits of a number that a program wrote; never 17 or more. */
  static final int KEPT = 15;

  private final IdentifierShape shape;
  private final IdentifierFaults faults;
  private final boolean ofDigits;
  private final boolean sheet;

  IdentifierReader(Column.Context context, Identifier identifier) {
    faults = new IdentifierFaults(identifier, context);
    shape = IdentifierShape.of(identifier, faults);
    ofDigits = identifier != Identifier.EMAIL;
    sheet = context.isSheet();
  }

  @Override
  public @Nullable Object text(String raw, Findings findings) {
    String tidy = Tidy.word(raw);
    if (tidy.isEmpty()) {
      return null;
    }
    return ofDigits && DigitText.isScientific(tidy)
        ? findings.invalid(faults.damaged())
        : shape.read(tidy, findings);
  }

  @Override
  public @Nullable Object number(Cell.Numeric cell, Findings findings) {
    String exact = cell.exact();
    if (!ofDigits || !DigitText.allDigits(exact)) {
      return findings.invalid(faults.characters(exact, false));
    }
    if (!sheet || exact.length() <= KEPT) {
      return shape.read(exact, findings);
    }
    if (exact.length() > KEPT + 1 || exact.endsWith("0")) {
      return findings.invalid(faults.damaged());
    }
    Object value = shape.read(exact, findings);
    if (value != null) {
      findings.warn(faults.numberCell());
    }
    return value;
  }

  @Override
  public @Nullable Object moment(Cell.Moment cell, Findings findings) {
    return findings.invalid(otherKind());
  }

  @Override
  public @Nullable Object logical(Cell.Logical cell, Findings findings) {
    return findings.invalid(otherKind());
  }

  private Fault otherKind() {
    Fault characters = faults.characters("", false);
    return CellFaults.otherKind(characters.code(), faults.name());
  }
}
