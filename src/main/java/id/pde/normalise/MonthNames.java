package id.pde.normalise;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Months and weekdays as agencies write them, in Indonesian and English. */
public final class MonthNames {

  private static final Map<String, Integer> MONTHS = months();

  private static final Set<String> WEEKDAYS =
      Set.of(
          "senin",
          "selasa",
          "rabu",
          "kamis",
          "jumat",
          "jum'at",
          "jum\u2019at",
          "sabtu",
          "minggu",
          "ahad",
          "sen",
          "sel",
          "rab",
          "kam",
          "jum",
          "sab",
          "min",
          "monday",
          "tuesday",
          "wednesday",
          "thursday",
          "friday",
          "saturday",
          "sunday",
          "mon",
          "tue",
          "wed",
          "thu",
          "fri",
          "sat",
          "sun");

  private MonthNames() {}

  private static Map<String, Integer> months() {
    String[] names = {
      "januari january jan",
      "februari pebruari february feb peb",
      "maret march mar mrt",
      "april apr",
      "mei may",
      "juni june jun",
      "juli july jul",
      "agustus august agt ags agu agust agus aug",
      "september sep sept",
      "oktober october okt oct",
      "november nopember nov nop",
      "desember december des dec"
    };
    Map<String, Integer> months = new HashMap<>();
    for (int i = 0; i < names.length; i++) {
      for (String name : names[i].split(" ", -1)) {
        months.put(name, i + 1);
      }
    }
    return Map.copyOf(months);
  }

  /** 1 to 12, or 0. */
  public static int month(String word) {
    return MONTHS.getOrDefault(word.toLowerCase(Locale.ROOT), 0);
  }

  static boolean isWeekday(String word) {
    return WEEKDAYS.contains(word.toLowerCase(Locale.ROOT));
  }
}
