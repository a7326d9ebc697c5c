package id.pde.normalise;

import id.pde.mapping.ColumnSpec;
import id.pde.mapping.ColumnSpec.Settled;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Finds the days and moments that a text can mean. The result stays in the scanner until the next
 * text.
 */
final class DateScanner {

  /** What a text means. */
  enum Verdict {
    /** No date. */
    NONE,
    /** One. */
    ONE,
    /** Two: 03/04/2024 without a declared format. */
    TWO,
    /** The form of a date, but no such day or time. */
    IMPOSSIBLE
  }

  private final List<DatePattern> declared;
  private final boolean dayFirst;
  private final boolean monthFirst;
  private final DateText reader = new DateText("", 0);
  private final DateParts parts = new DateParts();
  private final DateParts first;
  private @Nullable LocalDateTime second;
  private boolean found;
  private boolean shaped;
  private boolean shortYear;
  private int weekday;

  DateScanner(ColumnSpec.Reading reading) {
    declared = reading.patterns().stream().map(DatePattern::new).toList();
    dayFirst = reading.settled(Settled.DAY_FIRST);
    monthFirst = reading.settled(Settled.MONTH_FIRST);
    first = new DateParts();
  }

  boolean isDeclared() {
    return !declared.isEmpty();
  }

  /** The moment that was found; its time counts where it is timed. */
  DateParts found() {
    return first;
  }

  /** Whether its year was written with two digits. */
  boolean shortYear() {
    return shortYear;
  }

  LocalDateTime second() {
    return Objects.requireNonNull(second);
  }

  /** Tries the first declared format on the text as it stands: where it fits, all is known. */
  boolean quick(String raw) {
    if (declared.size() != 1) {
      return false;
    }
    first.clear();
    reader.start(raw, 0);
    shortYear = declared.get(0).hasShortYear();
    return declared.get(0).match(reader, first) && reader.atEnd() && first.possible();
  }

  Verdict careful(String raw) {
    String text = Tidy.word(raw);
    // Spreadsheets mark a date kept as text with an apostrophe.
    int quote = text.startsWith("'") || text.startsWith("\u2019") ? 1 : 0;
    reader.start(text, quote);
    weekday = reader.passWeekday();
    int start = reader.position();
    found = false;
    shaped = false;
    shortYear = false;
    second = null;
    if (isDeclared()) {
      // A format that begins with the weekday has to see it.
      tryAll(declared, text, start);
      if (start > quote && !found) {
        tryAll(declared, text, quote);
      }
      if (!found && !shaped) {
        tryAll(KnownDates.ISO, text, start);
      }
    } else {
      tryAll(ordered(KnownDates.like(text, start)), text, start);
    }
    return verdict();
  }

  private Verdict verdict() {
    if (!found) {
      return shaped ? Verdict.IMPOSSIBLE : Verdict.NONE;
    }
    if (second != null) {
      return weekdaySettles(second.toLocalDate()) ? Verdict.ONE : Verdict.TWO;
    }
    LocalDate other = shortYear && !isDeclared() ? Century.other(first.date()) : null;
    if (other != null) {
      // Nobody said which century: 17/8/19 may be 1919 or 2019.
      second = other.atTime(first.time());
      return Verdict.TWO;
    }
    return Verdict.ONE;
  }

  /** "Senin, 03/04/2024" is the day that was a Monday; of two-digit years there are more days. */
  private boolean weekdaySettles(LocalDate other) {
    boolean otherFits = !first.contradicts(other);
    if (first.weekday == 0 || shortYear || otherFits != first.contradicts(first.date())) {
      return false;
    }
    if (otherFits) {
      first.month = other.getMonthValue();
      first.day = other.getDayOfMonth();
      first.year = other.getYear();
    }
    return true;
  }

  /** Without those that the other values of the column speak against. */
  private List<DatePattern> ordered(List<DatePattern> patterns) {
    if (!dayFirst && !monthFirst) {
      return patterns;
    }
    return patterns.stream()
        .filter(pattern -> dayFirst ? !pattern.isMonthFirst() : !pattern.isDayFirst())
        .toList();
  }

  private void tryAll(List<DatePattern> patterns, String text, int start) {
    for (DatePattern pattern : patterns) {
      parts.clear();
      parts.weekday = weekday;
      reader.start(text, start);
      if (!pattern.match(reader, parts)) {
        continue;
      }
      boolean whole = parts.timed ? reader.trailingZone(parts) : reader.trailingTime(parts);
      if (!whole) {
        continue;
      }
      shaped = true;
      if (parts.possible()) {
        keep(pattern);
      }
    }
  }

  private void keep(DatePattern pattern) {
    if (!found) {
      found = true;
      shortYear = pattern.hasShortYear();
      copy();
      return;
    }
    if (second == null && !same()) {
      second = parts.moment();
    }
  }

  private boolean same() {
    ZoneOffset offset = first.offset;
    return first.moment().equals(parts.moment())
        && (offset == null ? parts.offset == null : offset.equals(parts.offset));
  }

  private void copy() {
    first.year = parts.year;
    first.month = parts.month;
    first.day = parts.day;
    first.weekday = parts.weekday;
    first.hour = parts.hour;
    first.minute = parts.minute;
    first.second = parts.second;
    first.nano = parts.nano;
    first.half = parts.half;
    first.timed = parts.timed;
    first.offset = parts.offset;
  }
}
