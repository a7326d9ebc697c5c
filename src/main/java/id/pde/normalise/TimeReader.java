package id.pde.normalise;

import id.pde.model.Cell;
import id.pde.model.Text;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Times of a day: {@code 02:30}, {@code 09.00 WIB}, {@code 04:30:00}, {@code pukul 9.30}, {@code
 * 9:30 PM}. A label of another zone than the mapping's is a fault: the day that belongs to the time
 * is not known, and may change with the zone.
 */
final class TimeReader implements ColumnReader {

  private static final Pattern FORM =
      Pattern.compile(
          "(?:(?:PUKUL|PKL|JAM)\\.? ?)?(\\d{1,2})[:.](\\d{2})(?:[:.](\\d{2})(?:[.,](\\d{1,6})\\d*)?)?"
              + "(?: ?(AM|PM))?(?: ?(WIB|WITA|WIT))?");

  private static final String CLOCK =
      "(?:(?:PUKUL|PKL|JAM)\\.? ?)?\\d{1,2}[:.]\\d{2}(?:[:.]\\d{2})?(?: ?(?:AM|PM))?(?: ?(?:WIB|WITA|WIT))?";

  /** 08.00 - 14.00 WIB, s.d. pukul 14.00, 19:30 s/d selesai. */
  private static final Pattern RANGE =
      Pattern.compile(
          "(?:"
              + CLOCK
              + ")? ?(?:-|\u2013|S ?[./] ?D\\.?|SD\\.?|SAMPAI(?: DENGAN)?|HINGGA) ?(?:"
              + CLOCK
              + "|SELESAI)");

  /** Zones of Indonesia by their labels (Keppres 41/1987). */
  private static final Map<String, ZoneId> ZONES =
      Map.of(
          "WIB", ZoneId.of("Asia/Jakarta"),
          "WITA", ZoneId.of("Asia/Makassar"),
          "WIT", ZoneId.of("Asia/Jayapura"));

  private static final Text NAME = new Text("jam", "a time of day");

  private final DateFaults faults;
  private final ZoneId zone;

  TimeReader(Column.Context context) {
    faults = new DateFaults("time", NAME, context);
    zone = context.mapping().zone();
  }

  @Override
  public @Nullable Object text(String raw, Findings findings) {
    String tidy = Tidy.word(raw);
    if (tidy.isEmpty()) {
      return null;
    }
    String upper = tidy.toUpperCase(Locale.ROOT);
    Matcher found = FORM.matcher(upper);
    if (!found.matches()) {
      return findings.invalid(RANGE.matcher(upper).matches() ? range() : faults.invalid(tidy));
    }
    String label = found.group(6);
    if (label != null && !sameZone(label)) {
      return findings.invalid(otherZone());
    }
    int hour = hour(Integer.parseInt(found.group(1)), found.group(5));
    int minute = Integer.parseInt(found.group(2));
    int second = found.group(3) == null ? 0 : Integer.parseInt(found.group(3));
    return hour < 0 || hour > 23 || minute > 59 || second > 59
        ? findings.invalid(faults.impossible())
        : LocalTime.of(hour, minute, second, nanos(found.group(4)));
  }

  /** -1 where the half of the day does not have it. */
  private static int hour(int written, @Nullable String half) {
    if (half == null) {
      return written;
    }
    if (written < 1 || written > 12) {
      return -1;
    }
    return written % 12 + (half.equals("PM") ? 12 : 0);
  }

  private static int nanos(@Nullable String fraction) {
    return fraction == null ? 0 : Integer.parseInt((fraction + "00000000").substring(0, 9));
  }

  private boolean sameZone(String label) {
    ZoneId labelled = ZONES.get(label);
    return labelled != null && labelled.getRules().equals(zone.getRules());
  }

  private static Fault range() {
    return new Fault(
        "time.range",
        new Text("menyebut rentang jam, bukan satu jam", "names a span of time, not one time"),
        new Text(
            "tulis jam mulai dan jam selesai dalam dua kolom di berkas sumber",
            "write the beginning and the end in two columns of the source file"));
  }

  private Fault otherZone() {
    return new Fault(
        "time.zone",
        new Text(
            "menyebut zona waktu lain daripada " + zone.getId(),
            "names another zone than " + zone.getId()),
        new Text(
            "tulis jam setempat di berkas sumber, atau ganti zone di pemetaan",
            "write the local time in the source file, or change zone in the mapping"));
  }

  @Override
  public @Nullable Object number(Cell.Numeric cell, Findings findings) {
    return findings.invalid(CellFaults.otherKind("time.invalid", NAME));
  }

  @Override
  public @Nullable Object moment(Cell.Moment cell, Findings findings) {
    return cell.value() instanceof LocalTime time
        ? time
        : findings.invalid(CellFaults.otherKind("time.invalid", NAME));
  }

  @Override
  public @Nullable Object logical(Cell.Logical cell, Findings findings) {
    return findings.invalid(CellFaults.otherKind("time.invalid", NAME));
  }
}
