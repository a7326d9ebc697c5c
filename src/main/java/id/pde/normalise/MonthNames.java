package id.pde.normalise;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Months and weekdays as agencies write them, in Indonesian and English. */
public final class MonthNames {

  private static final Map<String, Integer> MONTHS = months();

  private static final Map<String, Integer> WEEKDAYS = weekdays();

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
    return numbered(names);
  }

  private static Map<String, Integer> weekdays() {
    String[] names = {
      "senin sen monday mon",
      "selasa sel tuesday tue",
      "rabu rab wednesday wed",
      "kamis kam thursday thu",
      "jumat jum'at jum\u2019at jum friday fri",
      "sabtu sab saturday sat",
      "minggu ahad min sunday sun"
    };
    return numbered(names);
  }

  private static Map<String, Integer> numbered(String[] names) {
    Map<String, Integer> numbers = new HashMap<>();
    for (int i = 0; i < names.length; i++) {
      for (String name : names[i].split(" ", -1)) {
        numbers.put(name, i + 1);
      }
    }
    return Map.copyOf(numbers);
  }

  /** 1 to 12, or 0. */
  public static int month(String word) {
    return MONTHS.getOrDefault(word.toLowerCase(Locale.ROOT), 0);
  }

  /** 1 for Monday to 7 for Sunday, or 0. */
  static int weekday(String word) {
    return WEEKDAYS.getOrDefault(word.toLowerCase(Locale.ROOT), 0);
  }
}
