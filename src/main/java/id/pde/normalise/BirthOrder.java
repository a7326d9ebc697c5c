package id.pde.normalise;

import id.pde.mapping.ColumnSpec;
import id.pde.mapping.ColumnSpec.Settled;
import id.pde.mapping.ColumnType;
import id.pde.mapping.Mapping;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lets the NIK or NIP of the same row settle the order of day and month ({@code by-nik}). */
final class BirthOrder {

  /** The order of such a text can be mistaken; that of 1991-03-10 and of 10 Maret 1991 cannot. */
  private static final Pattern OPEN =
      Pattern.compile("'?(\\d{1,2})[-/. ](\\d{1,2})[-/. ](\\d{4}|\\d{2})");

  private static final Pattern SHORT_YEAR = Pattern.compile("\\D\\d{2}$");

  private final RowSoFar row;
  private final int column;
  private final boolean nik;

  private BirthOrder(RowSoFar row, int column, boolean nik) {
    this.row = row;
    this.column = column;
    this.nik = nik;
  }

  /** Null where the mapping does not ask for it. */
  static @Nullable BirthOrder of(Column.Context context) {
    ColumnSpec spec = context.spec();
    Mapping mapping = context.mapping();
    int namer = AgreementCheck.namer(mapping, spec);
    return !spec.reading().settled(Settled.BY_NIK) || namer < 0
        ? null
        : new BirthOrder(
            context.row(),
            namer,
            mapping.columns().get(namer).type() instanceof ColumnType.NikType);
  }

  private @Nullable Person person() {
    Object value = row.value(column);
    return nik ? Person.ofNik(value) : Person.ofNip(value);
  }

  /** The one reading that the person was born on; null where there is none, or more. */
  @Nullable LocalDate among(LocalDate first, LocalDate second, String tidy) {
    Person person = person();
    if (person == null) {
      return null;
    }
    List<LocalDate> fitting =
        Stream.of(first, second)
            .flatMap(day -> Stream.concat(Stream.of(day), Stream.ofNullable(exchanged(day))))
            .flatMap(day -> centuries(day, tidy))
            .filter(person::bornOn)
            .distinct()
            .toList();
    return fitting.size() == 1 ? fitting.get(0) : null;
  }

  /** A year of two digits may be one of either century; only a NIP has the whole year. */
  private static Stream<LocalDate> centuries(LocalDate day, String tidy) {
    return SHORT_YEAR.matcher(tidy).find()
        ? Stream.of(day, day.plusYears(100), day.minusYears(100))
        : Stream.of(day);
  }

  /** The day with its month in the other's place, if that is the day of birth; else null. */
  @Nullable LocalDate instead(LocalDate day, String tidy) {
    Person person = person();
    if (person == null || person.bornOn(day) || !OPEN.matcher(tidy).matches()) {
      return null;
    }
    LocalDate other = exchanged(day);
    return other != null && person.bornOn(other) ? other : null;
  }

  /** The day of birth, if the text is it in either order; null: it is not. */
  @Nullable LocalDate written(String tidy) {
    Person person = person();
    Matcher open = OPEN.matcher(tidy);
    if (person == null || !open.matches() || open.group(3).length() < 4) {
      return null;
    }
    int first = Integer.parseInt(open.group(1));
    int second = Integer.parseInt(open.group(2));
    int year = Integer.parseInt(open.group(3));
    LocalDate day = person.dayOf(first, second, year);
    return day == null ? person.dayOf(second, first, year) : day;
  }

  private static @Nullable LocalDate exchanged(LocalDate day) {
    return day.getDayOfMonth() > 12
        ? null
        : LocalDate.of(day.getYear(), day.getDayOfMonth(), day.getMonthValue());
  }
}
