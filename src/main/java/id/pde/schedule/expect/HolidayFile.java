package id.pde.schedule.expect;

import id.pde.model.Issue;
import id.pde.model.Issue.Advice;
import id.pde.model.Location.FilePlace;
import id.pde.model.Severity;
import id.pde.model.Text;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code mappings/holidays.csv} (date, name and whatever else in a line) or {@code
 * mappings/holidays.ics} (all-day events of RFC 5545), or both.
 */
public final class HolidayFile {

  private static final Pattern LINE = Pattern.compile("\\s*(\\d{4}-\\d{2}-\\d{2})\\s*[,;](.*)");

  /** {@code DTSTART;VALUE=DATE:20260101}. */
  private static final Pattern EVENT =
      Pattern.compile("(DTSTART|DTEND)[^:]*:(\\d{4})(\\d{2})(\\d{2}).*");

  /** No holiday is longer; a wrong end must not close offices for years. */
  private static final long LONGEST = 31;

  private HolidayFile() {}

  /**
   * What the files say.
   *
   * @param faults of lines that say no day
   */
  public record Found(Holidays holidays, List<Issue> faults) {
    public Found {
      faults = List.copyOf(faults);
    }
  }

  /** Never throws; without a file there are no holidays. */
  public static Found read(Path mappings) {
    Map<LocalDate, String> days = new TreeMap<>();
    List<Issue> faults = new ArrayList<>();
    csv(mappings.resolve("holidays.csv"), days, faults);
    ics(mappings.resolve("holidays.ics"), days, faults);
    return new Found(new Holidays(days), faults);
  }

  private static void csv(Path file, Map<LocalDate, String> days, List<Issue> faults) {
    int number = 0;
    for (String line : lines(file, faults)) {
      number++;
      Matcher matcher = LINE.matcher(line);
      boolean heading = number == 1 && !matcher.matches();
      if (line.isBlank() || heading) {
        continue;
      }
      LocalDate day = matcher.matches() ? day(matcher.group(1)) : null;
      if (day == null) {
        faults.add(noDay(file, number));
      } else {
        days.put(day, matcher.group(2).split("[,;]", -1)[0].strip().replace("\"", ""));
      }
    }
  }

  private static void ics(Path file, Map<LocalDate, String> days, List<Issue> faults) {
    LocalDate start = null;
    LocalDate end = null;
    String name = "";
    int number = 0;
    int begun = 0;
    for (String line : lines(file, faults)) {
      number++;
      Matcher matcher = EVENT.matcher(line);
      if (line.startsWith("BEGIN:VEVENT")) {
        start = null;
        end = null;
        name = "";
        begun = number;
      } else if (matcher.matches()) {
        LocalDate day = day(matcher.group(2) + "-" + matcher.group(3) + "-" + matcher.group(4));
        if (matcher.group(1).equals("DTSTART")) {
          start = day;
        } else {
          end = day;
        }
      } else if (line.startsWith("SUMMARY")) {
        name = line.substring(line.indexOf(':') + 1).strip();
      } else if (line.startsWith("END:VEVENT")) {
        // The end of an event is the day after its last.
        LocalDate until = start == null ? null : end == null ? start.plusDays(1) : end;
        if (start == null || until == null || !isSpan(start, until)) {
          faults.add(noDay(file, begun));
        } else {
          for (LocalDate day = start; day.isBefore(until); day = day.plusDays(1)) {
            days.put(day, name);
          }
        }
      }
    }
  }

  private static boolean isSpan(LocalDate start, LocalDate until) {
    long length = ChronoUnit.DAYS.between(start, until);
    return length > 0 && length <= LONGEST;
  }

  private static List<String> lines(Path file, List<Issue> faults) {
    if (!Files.exists(file)) {
      return List.of();
    }
    try {
      String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      return text.lines().map(line -> line.replace("\uFEFF", "")).toList();
    } catch (IOException unreadable) {
      faults.add(
          issue(
              file,
              1,
              new Text("tidak dapat dibaca", "cannot be read"),
              new Text("beri PDE hak membacanya", "give PDE the right to read it")));
      return List.of();
    }
  }

  private static @Nullable LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException noSuchDay) {
      return null;
    }
  }

  private static Issue noDay(Path file, int line) {
    return issue(
        file,
        line,
        new Text("baris ini tidak menyebut tanggal", "this line names no day"),
        new Text("tulis 2026-01-01,Tahun Baru", "write 2026-01-01,New Year"));
  }

  private static Issue issue(Path file, int line, Text message, Text fix) {
    return Issue.of(
        "holidays.line",
        Severity.WARN,
        new FilePlace("mappings/" + file.getFileName(), line, 1),
        new Advice("holidays", message, fix));
  }
}
