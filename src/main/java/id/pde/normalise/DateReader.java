package id.pde.normalise;

import id.pde.mapping.ColumnSpec;
import id.pde.model.Cell;
import id.pde.model.Text;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.Temporal;
import org.jspecify.annotations.Nullable;

/** Days. */
final class DateReader implements ColumnReader {

  private final DateScanner scanner;
  private final DateFaults faults;
  private final ZoneId zone;
  private final @Nullable BirthOrder order;
  private final RowSoFar row;

  /** What a date would be if the mapping did not say its form; for the words of a finding. */
  private final DateScanner undeclared = new DateScanner(ColumnSpec.Reading.PLAIN);

  DateReader(Column.Context context) {
    scanner = new DateScanner(context.spec().reading());
    faults = new DateFaults("date", new Text("tanggal", "a date"), context);
    zone = context.mapping().zone();
    order = BirthOrder.of(context);
    row = context.row();
  }

  @Override
  public @Nullable Object text(String raw, Findings findings) {
    if (scanner.quick(raw) && !scanner.found().timed) {
      return ordered(scanner.found().date(), raw, findings);
    }
    String tidy = Tidy.word(raw);
    if (tidy.isEmpty()) {
      return null;
    }
    return switch (scanner.careful(tidy)) {
      case ONE -> ordered(day(findings), tidy, findings);
      case TWO -> settled(tidy, findings);
      case IMPOSSIBLE -> impossible(tidy, findings);
      case NONE -> findings.invalid(faults.unread(tidy));
    };
  }

  /** A declared order that the NIK of the row contradicts, and only the order. */
  private @Nullable Object ordered(@Nullable Object value, String tidy, Findings findings) {
    if (!(value instanceof LocalDate day)) {
      return value;
    }
    LocalDate other = order == null || !scanner.isDeclared() ? null : order.instead(day, tidy);
    if (other == null) {
      faults.doubts(scanner, day, row.period(), findings);
      return day;
    }
    findings.warn(faults.exchanged());
    return other;
  }

  private @Nullable Object settled(String tidy, Findings findings) {
    LocalDate first = scanner.found().date();
    LocalDate second = scanner.second().toLocalDate();
    LocalDate day = order == null ? null : order.among(first, second, tidy);
    return day == null
        ? findings.invalid(
            faults.ambiguous(first.toString(), second.toString(), scanner.shortYear()))
        : day;
  }

  /** 8/25/1990 under dd/MM/yyyy: the NIK may say that the month stands first. */
  private @Nullable Object impossible(String tidy, Findings findings) {
    LocalDate day = order == null ? null : order.written(tidy);
    if (day == null) {
      boolean otherForm =
          scanner.isDeclared() && undeclared.careful(tidy) == DateScanner.Verdict.ONE;
      return findings.invalid(
          otherForm ? faults.otherForm(undeclared.found().date()) : faults.impossible());
    }
    findings.warn(faults.exchanged());
    return day;
  }

  private @Nullable Object day(Findings findings) {
    DateParts found = scanner.found();
    if (!found.timed || found.time().equals(LocalTime.MIDNIGHT)) {
      return found.date();
    }
    if (found.offset != null) {
      return day(found.moment().atOffset(found.offset), findings);
    }
    findings.warn(faults.timeDropped());
    return found.date();
  }

  private @Nullable Object day(OffsetDateTime moment, Findings findings) {
    LocalDate written = moment.toLocalDate();
    if (!moment.atZoneSameInstant(zone).toLocalDate().equals(written)) {
      return findings.invalid(faults.otherDay(zone.getId()));
    }
    findings.warn(faults.timeDropped());
    return written;
  }

  @Override
  public @Nullable Object number(Cell.Numeric cell, Findings findings) {
    String digits = cell.exact();
    // A day typed as 20190817 is one number with one reading; a serial is not.
    return digits.length() == 8 ? text(digits, findings) : findings.invalid(faults.number());
  }

  @Override
  public @Nullable Object moment(Cell.Moment cell, Findings findings) {
    Temporal value = cell.value();
    if (value instanceof LocalDate day) {
      return day;
    }
    if (value instanceof LocalDateTime moment) {
      if (!moment.toLocalTime().equals(LocalTime.MIDNIGHT)) {
        findings.warn(faults.timeDropped());
      }
      return moment.toLocalDate();
    }
    if (value instanceof OffsetDateTime moment) {
      return day(moment, findings);
    }
    return findings.invalid(faults.otherKind());
  }

  @Override
  public @Nullable Object logical(Cell.Logical cell, Findings findings) {
    return findings.invalid(faults.otherKind());
  }
}
