package id.pde.normalise.period;

import id.pde.normalise.MonthNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads periods in words, as in {@code TW I 2025}, {@code HARGA MARET 2025} or {@code
 * data_20250115}. Whatever a form takes, later forms do not see: 31-02-2025 is no month either.
 */
final class PeriodWords {

  private static final String YEAR = "((?:19|20)\\d\\d)";
  private static final String NUMBER = "(?:KE ?-? ?)?(\\d|IV|I{1,3}|[A-Z]{3,8})";
  private static final String FULL_MONTH =
      "(JANUARI|JANUARY|FEBRUARI|PEBRUARI|FEBRUARY|MARET|MARCH|APRIL|MEI|MAY|JUNI|JUNE|JULI|JULY"
          + "|AGUSTUS|AUGUST|SEPTEMBER|OKTOBER|OCTOBER|NOVEMBER|NOPEMBER|DESEMBER|DECEMBER)";

  /** Short ones count beside a year only; NOP, the number of a tax object, never. */
  private static final String MONTH =
      "(JANUARI|JANUARY|FEBRUARI|PEBRUARI|FEBRUARY|MARET|MARCH|APRIL|MEI|MAY|JUNI|JUNE|JULI|JULY"
          + "|AGUSTUS|AUGUST|SEPTEMBER|OKTOBER|OCTOBER|NOVEMBER|NOPEMBER|DESEMBER|DECEMBER"
          + "|JAN|FEB|PEB|MAR|MRT|APR|JUN|JUL|AGT|AGS|AGU|AGUS|AGUST|AUG|SEP|SEPT|OKT|OCT|NOV|DES|DEC)";

  private record Form(Pattern pattern, Function<MatchResult, List<PeriodParts>> reading) {}

  private static final List<Form> FORMS =
      List.of(
          form(YEAR + "[ -]?S([12])", hit -> one(whole(hit, "S"))),
          form(YEAR + "[ -]?Q([1-4])", hit -> one(whole(hit, "Q"))),
          form(YEAR + "[-/. ](\\d{1,2})[-/. ](\\d{1,2})", hit -> one(day(hit, 1, 2, 3))),
          form("(\\d{1,2})[-/. ](\\d{1,2})[-/. ]" + YEAR, PeriodWords::dayOrMonthFirst),
          form(YEAR + "(0[1-9]|1[0-2])([0-2]\\d|3[01])", hit -> one(day(hit, 1, 2, 3))),
          form(YEAR + "(0[1-9]|1[0-2])", hit -> one(month(hit, 1, 2))),
          form("(\\d{1,2})[ -]?" + MONTH + "[. -]*" + YEAR, hit -> one(dayOfNamed(hit))),
          form(MONTH + "[. -]*(?:TAHUN|THN|TH)?[. ]*" + YEAR, hit -> one(named(hit, 2, 1))),
          form(YEAR + "[ -]*" + MONTH, hit -> one(named(hit, 1, 2))),
          form(FULL_MONTH, hit -> one(PeriodParts.ofMonth(0, MonthNames.month(hit.group(1))))),
          form("(?:SEMESTER|SEM|SMT|SMTR)[. ]*" + NUMBER, hit -> semester(hit)),
          form(
              "(?:TRIWULAN|TRIW|TRW|TW|KUARTAL|KWARTAL|QUARTER|Q)[. ]*" + NUMBER,
              hit -> quarter(hit)),
          form("(?:BULAN|BLN)[. ]*(?:KE ?-? ?)?(0?[1-9]|1[0-2])", hit -> numbered(hit)),
          form(
              "(?:TAHUN (?:PELAJARAN|AJARAN|AKADEMIK)|TAPEL|T[. ]?[PA][. ]?)[. ]*"
                  + "(\\d{4} ?[/-] ?(?:\\d{2})?\\d{2})",
              hit -> one(PeriodNumbers.year(hit.group(1)))),
          form("(\\d{4} ?/ ?\\d{4})", hit -> one(PeriodNumbers.year(hit.group(1)))),
          form(YEAR + "[-/](0[1-9]|1[0-2])", hit -> one(month(hit, 1, 2))),
          form("(0?[1-9]|1[0-2])[-/]" + YEAR, hit -> one(month(hit, 2, 1))),
          form(YEAR, hit -> one(PeriodParts.ofYear(number(hit, 1)))));

  private PeriodWords() {}

  private static Form form(String body, Function<MatchResult, List<PeriodParts>> reading) {
    return new Form(Pattern.compile("(?<![A-Z0-9])(?:" + body + ")(?![A-Z0-9])"), reading);
  }

  /**
   * What a text holds.
   *
   * @param found every reading of every period; one that has two readings gives both
   * @param rest the text in capitals, a stroke for every sign that was read
   */
  record Reading(List<PeriodParts> found, String rest) {
    Reading {
      found = List.copyOf(found);
    }
  }

  /** Every reading of every period in the text; one that has two readings gives both. */
  static List<PeriodParts> read(String text) {
    return reading(text).found();
  }

  static Reading reading(String text) {
    String rest = text.toUpperCase(Locale.ROOT).replace('_', ' ').strip();
    int onlyMonth =
        MonthNames.month(rest.endsWith(".") ? rest.substring(0, rest.length() - 1) : rest);
    if (onlyMonth > 0) {
      return new Reading(List.of(PeriodParts.ofMonth(0, onlyMonth)), "");
    }
    List<PeriodParts> found = new ArrayList<>();
    for (Form form : FORMS) {
      rest = take(form, rest, found);
    }
    return new Reading(found, rest);
  }

  private static String take(Form form, String text, List<PeriodParts> found) {
    Matcher matcher = form.pattern().matcher(text);
    StringBuilder rest = new StringBuilder(text);
    while (matcher.find()) {
      form.reading().apply(matcher.toMatchResult()).stream()
          .filter(parts -> !parts.isNone())
          .forEach(found::add);
      for (int at = matcher.start(); at < matcher.end(); at++) {
        rest.setCharAt(at, '|');
      }
    }
    return rest.toString();
  }

  private static List<PeriodParts> one(PeriodParts parts) {
    return List.of(parts);
  }

  private static int number(MatchResult hit, int group) {
    return Integer.parseInt(hit.group(group));
  }

  private static PeriodParts whole(MatchResult hit, String unit) {
    PeriodParts part =
        unit.equals("S")
            ? PeriodParts.ofSemester(number(hit, 2))
            : PeriodParts.ofQuarter(number(hit, 2));
    return part.and(PeriodParts.ofYear(number(hit, 1))).orElse(PeriodParts.NONE);
  }

  private static PeriodParts day(MatchResult hit, int year, int month, int day) {
    return real(PeriodParts.ofDay(number(hit, year), number(hit, month), number(hit, day)));
  }

  /** Only dates that the calendar has. */
  private static PeriodParts real(PeriodParts parts) {
    boolean there = parts.month() >= 1 && parts.day() >= 1 && parts.period().isPresent();
    return there ? parts : PeriodParts.NONE;
  }

  /** 03-04-2025 may be either; 31-12-2025 is one. */
  private static List<PeriodParts> dayOrMonthFirst(MatchResult hit) {
    return List.of(day(hit, 3, 2, 1), day(hit, 3, 1, 2)).stream().distinct().toList();
  }

  private static PeriodParts month(MatchResult hit, int year, int month) {
    return PeriodParts.ofMonth(number(hit, year), number(hit, month));
  }

  private static PeriodParts named(MatchResult hit, int year, int month) {
    return PeriodParts.ofMonth(number(hit, year), MonthNames.month(hit.group(month)));
  }

  private static PeriodParts dayOfNamed(MatchResult hit) {
    return real(PeriodParts.ofDay(number(hit, 3), MonthNames.month(hit.group(2)), number(hit, 1)));
  }

  private static List<PeriodParts> semester(MatchResult hit) {
    return one(PeriodParts.ofSemester(PeriodNumbers.ordinal(hit.group(1), 2)));
  }

  private static List<PeriodParts> quarter(MatchResult hit) {
    return one(PeriodParts.ofQuarter(PeriodNumbers.ordinal(hit.group(1), 4)));
  }

  private static List<PeriodParts> numbered(MatchResult hit) {
    return one(PeriodParts.ofMonth(0, number(hit, 1)));
  }
}
