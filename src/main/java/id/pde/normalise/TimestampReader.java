package id.pde.normalise;

import id.pde.model.Cell;
import id.pde.model.Text;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.Temporal;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import org.jspecify.annotations.Nullable;

/** Moments, with the offset of the text or of the mapping's zone. */
final class TimestampReader implements ColumnReader {

  private final DateScanner scanner;
  private final DateFaults faults;
  private final ZoneId zone;
  private final ZoneRules rules;
  private final RowSoFar row;

  TimestampReader(Column.Context context) {
    scanner = new DateScanner(context.spec().reading());
    faults = new DateFaults("timestamp", new Text("tanggal dan jam", "a date and time"), context);
    zone = context.mapping().zone();
    rules = zone.getRules();
    row = context.row();
  }

  @Override
  public @Nullable Object text(String raw, Findings findings) {
    if (scanner.quick(raw)) {
      return moment(scanner.found(), findings);
    }
    String tidy = Tidy.word(raw);
    if (tidy.isEmpty()) {
      return null;
    }
    return switch (scanner.careful(tidy)) {
      case ONE -> moment(scanner.found(), findings);
      case TWO ->
          findings.invalid(
              faults.ambiguous(
                  scanner.found().moment().toString(),
                  scanner.second().toString(),
                  scanner.shortYear()));
      case IMPOSSIBLE -> findings.invalid(faults.impossible());
      case NONE -> findings.invalid(faults.unread(tidy));
    };
  }

  private @Nullable Object moment(DateParts found, Findings findings) {
    if (!found.timed && !scanner.isDeclared()) {
      return findings.invalid(faults.noTime());
    }
    LocalDateTime moment = found.moment();
    faults.doubts(scanner, moment.toLocalDate(), row.period(), findings);
    return found.offset == null ? local(moment, findings) : moment.atOffset(found.offset);
  }

  private @Nullable Object local(LocalDateTime moment, Findings findings) {
    ZoneOffsetTransition transition = rules.getTransition(moment);
    if (transition != null) {
      return findings.invalid(
          transition.isGap() ? faults.gap(zone.getId()) : faults.overlap(zone.getId()));
    }
    return moment.atOffset(rules.getOffset(moment));
  }

  @Override
  public @Nullable Object number(Cell.Numeric cell, Findings findings) {
    return findings.invalid(faults.number());
  }

  @Override
  public @Nullable Object moment(Cell.Moment cell, Findings findings) {
    Temporal value = cell.value();
    if (value instanceof LocalDateTime moment) {
      return local(moment, findings);
    }
    if (value instanceof LocalDate day) {
      // A cell at midnight shows no time; that one reading is taken, with a remark.
      if (!scanner.isDeclared()) {
        findings.warn(faults.noTime());
      }
      return local(day.atStartOfDay(), findings);
    }
    if (value instanceof OffsetDateTime moment) {
      return moment;
    }
    return findings.invalid(faults.otherKind());
  }

  @Override
  public @Nullable Object logical(Cell.Logical cell, Findings findings) {
    return findings.invalid(faults.otherKind());
  }
}
