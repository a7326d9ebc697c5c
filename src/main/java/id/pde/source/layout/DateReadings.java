package id.pde.source.layout;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What somebody may have typed where a heading became a date: Excel reads "10-14" as 14 October,
 * "Jul-24" as 1 July 2024. Each kind of reading has several writings.
 */
enum DateReadings {
  /** 10-14: an age group, for an Excel of American habits. */
  MONTH_DAY {
    @Override
    List<String> of(LocalDate date) {
      return pairs(date.getMonthValue(), date.getDayOfMonth());
    }
  },
  /** 5-9 as 5 September: an age group, for an Excel of Indonesian habits. */
  DAY_MONTH {
    @Override
    List<String> of(LocalDate date) {
      return pairs(date.getDayOfMonth(), date.getMonthValue());
    }
  },
  /** Jul-24, Juli 2024. */
  MONTH_YEAR {
    @Override
    List<String> of(LocalDate date) {
      List<String> writings = new ArrayList<>();
      if (date.getDayOfMonth() == 1) {
        for (String month : names(date)) {
          writings.add(month + "-" + two(date.getYear() % 100));
          writings.add(month + " " + date.getYear());
          writings.add(month + "-" + date.getYear());
        }
      }
      return writings;
    }
  },
  /** 1-Apr, 1 April. */
  DAY_OF_MONTH {
    @Override
    List<String> of(LocalDate date) {
      List<String> writings = new ArrayList<>();
      for (String month : names(date)) {
        writings.add(date.getDayOfMonth() + "-" + month);
        writings.add(date.getDayOfMonth() + " " + month);
        writings.add(two(date.getDayOfMonth()) + "-" + month);
      }
      return writings;
    }
  },
  /** Jan-25 as 25 January. */
  MONTH_AND_DAY {
    @Override
    List<String> of(LocalDate date) {
      List<String> writings = new ArrayList<>();
      for (String month : names(date)) {
        writings.add(month + "-" + two(date.getDayOfMonth()));
      }
      return writings;
    }
  },
  /** 17/08/2024, 17-8-2024. */
  WHOLE_DAY {
    @Override
    List<String> of(LocalDate date) {
      List<String> writings = new ArrayList<>();
      for (String mark : List.of("/", "-")) {
        String day = two(date.getDayOfMonth());
        String month = two(date.getMonthValue());
        writings.add(day + mark + month + mark + date.getYear());
        writings.add(date.getDayOfMonth() + mark + date.getMonthValue() + mark + date.getYear());
      }
      return writings;
    }
  };

  /** Of the months in Indonesian and English, as programs and people shorten them. */
  private static final List<List<String>> MONTHS =
      List.of(
          List.of("Jan", "Januari", "January"),
          List.of("Feb", "Februari", "Pebruari", "Peb", "February"),
          List.of("Mar", "Maret", "March"),
          List.of("Apr", "April"),
          List.of("Mei", "May"),
          List.of("Jun", "Juni", "June"),
          List.of("Jul", "Juli", "July"),
          List.of("Agu", "Agt", "Ags", "Aug", "Agustus", "August"),
          List.of("Sep", "Sept", "September"),
          List.of("Okt", "Oct", "Oktober", "October"),
          List.of("Nov", "Nop", "November", "Nopember"),
          List.of("Des", "Dec", "Desember", "December"));

  /** The month that a word names, from 1; 0: none. */
  static int month(String word) {
    for (int month = 0; month < MONTHS.size(); month++) {
      for (String name : MONTHS.get(month)) {
        if (name.equalsIgnoreCase(word)) {
          return month + 1;
        }
      }
    }
    return 0;
  }

  /** The writings, the likeliest first. */
  abstract List<String> of(LocalDate date);

  private static List<String> names(LocalDate date) {
    return MONTHS.get(date.getMonthValue() - 1);
  }

  private static List<String> pairs(int left, int right) {
    return List.of(
        left + "-" + right,
        two(left) + "-" + two(right),
        left + "/" + right,
        two(left) + "/" + two(right));
  }

  private static String two(int number) {
    return number < 10 ? "0" + number : Integer.toString(number);
  }
}
