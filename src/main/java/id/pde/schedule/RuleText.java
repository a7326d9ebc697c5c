package id.pde.schedule;

import id.pde.model.Text;
import id.pde.schedule.Schedule.Terms;
import id.pde.schedule.Schedule.Timing;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes a rule: in the words of its options, and in a sentence. */
public final class RuleText {

  private static final Map<DayOfWeek, Text> NAMES =
      Map.of(
          DayOfWeek.MONDAY, new Text("Senin", "Monday"),
          DayOfWeek.TUESDAY, new Text("Selasa", "Tuesday"),
          DayOfWeek.WEDNESDAY, new Text("Rabu", "Wednesday"),
          DayOfWeek.THURSDAY, new Text("Kamis", "Thursday"),
          DayOfWeek.FRIDAY, new Text("Jumat", "Friday"),
          DayOfWeek.SATURDAY, new Text("Sabtu", "Saturday"),
          DayOfWeek.SUNDAY, new Text("Minggu", "Sunday"));

  private RuleText() {}

  /**
   * The words that {@link RuleReader#written} reads, the same for equal rules: zone and policies
   * are always there.
   */
  public static String words(Schedule schedule) {
    Map<String, String> options = new LinkedHashMap<>();
    Timing timing = schedule.timing();
    if (timing instanceof Timing.Cron cron) {
      options.put("cron", cron.expression());
    } else if (timing instanceof Timing.Daily daily) {
      options.put("at", daily.at().toString());
      options.put("days", daily.days().words());
    } else if (timing instanceof Timing.Monthly monthly) {
      boolean last = monthly.day() == Timing.Monthly.LAST;
      options.put("at", monthly.at().toString());
      options.put("monthly", last ? "last" : Integer.toString(monthly.day()));
    } else if (timing instanceof Timing.NthWorking nth) {
      options.put("at", nth.at().toString());
      options.put("nth-working", Integer.toString(nth.number()));
    } else {
      throw new IllegalArgumentException("intervals are not kept");
    }
    Terms terms = schedule.terms();
    options.put("zone", schedule.zone().getId());
    options.put("on-holiday", terms.onHoliday().code());
    options.put("missed", terms.missed().code());
    if (!terms.after().isEmpty()) {
      options.put("after", String.join(",", terms.after()));
    }
    return options.entrySet().stream()
        .map(option -> option.getKey() + "=" + option.getValue())
        .collect(Collectors.joining("&"));
  }

  /** As people say it; without the zone, which is told beside it. */
  public static Text sentence(Schedule schedule) {
    Text days = days(schedule.timing());
    Text holiday = holiday(schedule);
    Text after = after(schedule.terms());
    return new Text(days.id() + holiday.id() + after.id(), days.en() + holiday.en() + after.en());
  }

  private static Text days(Timing timing) {
    if (timing instanceof Timing.Daily daily) {
      return at(daily.at(), week(daily.days()));
    }
    if (timing instanceof Timing.Monthly monthly) {
      int day = monthly.day();
      return at(
          monthly.at(),
          day == Timing.Monthly.LAST
              ? new Text("hari terakhir tiap bulan", "the last day of each month")
              : new Text("tanggal " + day + " tiap bulan", "day " + day + " of each month"));
    }
    if (timing instanceof Timing.NthWorking nth) {
      return at(
          nth.at(),
          new Text(
              "hari kerja ke-" + nth.number() + " tiap bulan",
              "working day " + nth.number() + " of each month"));
    }
    if (timing instanceof Timing.Cron cron) {
      return Text.same("cron " + cron.expression());
    }
    return Text.same(((Timing.Every) timing).interval().toString());
  }

  private static Text at(LocalTime time, Text days) {
    return new Text(time + " " + days.id(), time + " " + days.en());
  }

  private static Text week(Days days) {
    if (days.equals(Days.DAILY)) {
      return new Text("setiap hari", "every day");
    }
    if (days.equals(Days.WORKING)) {
      return new Text("Senin sampai Jumat", "Monday to Friday");
    }
    return new Text(
        days.inOrder().stream().map(day -> name(day).id()).collect(Collectors.joining(", ")),
        days.inOrder().stream().map(day -> name(day).en()).collect(Collectors.joining(", ")));
  }

  private static Text name(DayOfWeek day) {
    return NAMES.getOrDefault(day, Text.same(day.name()));
  }

  private static Text holiday(Schedule schedule) {
    boolean closed = schedule.timing() instanceof Timing.Monthly;
    String when = closed ? "; hari kantor tutup: " : "; hari libur: ";
    String whenEn = closed ? "; when offices are closed: " : "; on holidays: ";
    return switch (schedule.terms().onHoliday()) {
      case RUN -> Text.same("");
      case SKIP -> new Text(when + "tidak", whenEn + "not");
      case NEXT -> new Text(when + "hari kerja berikutnya", whenEn + "the next working day");
      case PREVIOUS -> new Text(when + "hari kerja sebelumnya", whenEn + "the working day before");
    };
  }

  private static Text after(Terms terms) {
    if (terms.after().isEmpty()) {
      return Text.same("");
    }
    String datasets = String.join(", ", terms.after());
    return new Text("; setelah " + datasets, "; after " + datasets);
  }
}
