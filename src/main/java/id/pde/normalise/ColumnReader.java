package id.pde.normalise;

import id.pde.model.Cell;
import org.jspecify.annotations.Nullable;

/**
 * Makes the value of one column out of what the source holds. Null: no value, or a fault that went
 * to the findings. One thread at a time.
 */
sealed interface ColumnReader
    permits BooleanReader,
        CodeReader,
        DateReader,
        DecimalReader,
        DeclaredWords,
        IdentifierReader,
        IntegerReader,
        JsonReader,
        NikReader,
        PeriodReader,
        PointReader,
        TextReader,
        TimeReader,
        TimestampReader {

  /** Text that is not empty, as it stands in the source. */
  @Nullable Object text(String raw, Findings findings);

  /** A number cell. */
  @Nullable Object number(Cell.Numeric cell, Findings findings);

  /** A date or time cell. */
  @Nullable Object moment(Cell.Moment cell, Findings findings);

  /** A truth cell. */
  @Nullable Object logical(Cell.Logical cell, Findings findings);

  /** The value that the mapping gives a word ({@code values: {Nihil: 0}}). */
  default @Nullable Object declared(String value, Findings findings) {
    return text(value, findings);
  }
}
