package id.pde.mapping;

import id.pde.mapping.yaml.Quoted;
import id.pde.model.Text;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks a pattern such as {@code dd/MM/yyyy} or {@code d MMMM yyyy HH.mm}. */
final class DateFormat {

  private static final Pattern DATE_PART =
      Pattern.compile("y|yy|yyyy|u|uu|uuuu|M{1,4}|L{1,4}|d{1,2}|E{1,4}");
  private static final Pattern TIME_PART =
      Pattern.compile("H{1,2}|h{1,2}|m{1,2}|s{1,2}|S{1,9}|a|X{1,3}|x{1,3}|Z");

  private DateFormat() {}

  /** What is wrong with a pattern, with a way out. */
  record Fault(Text message, Text fix) {}

  static @Nullable Fault check(String format) {
    Text message = problem(format);
    if (message == null) {
      return null;
    }
    String corrected = corrected(format);
    Text fix =
        !corrected.equals(format) && problem(corrected) == null
            ? new Text(
                "maksud Anda " + Quoted.of(corrected) + "?",
                "did you mean " + Quoted.of(corrected) + "?")
            : new Text(
                "d hari, M bulan (MMMM: Januari), y tahun, H jam, m menit: \"dd/MM/yyyy HH:mm\"",
                "d day, M month (MMMM: January), y year, H hour, m minute: \"dd/MM/yyyy HH:mm\"");
    return new Fault(message, fix);
  }

  private static @Nullable Text problem(String format) {
    String shown = Quoted.of(format);
    List<String> parts = parts(format);
    for (String part : parts) {
      if (!DATE_PART.matcher(part).matches() && !TIME_PART.matcher(part).matches()) {
        return new Text(
            Quoted.of(part) + " bukan bagian tanggal dalam " + shown,
            Quoted.of(part) + " is not a part of a date in " + shown);
      }
    }
    Text lacking = lacking(parts, shown);
    if (lacking != null) {
      return lacking;
    }
    return usable(format)
        ? null
        : new Text(shown + " bukan bentuk tanggal", shown + " is not a form of dates");
  }

  private static boolean usable(String format) {
    try {
      return !DateTimeFormatter.ofPattern(format, Locale.ROOT).toString().isEmpty();
    } catch (IllegalArgumentException unusable) {
      return false;
    }
  }

  private static @Nullable Text lacking(List<String> parts, String shown) {
    if (!has(parts, "yu")) {
      return new Text("tahun tidak ada dalam " + shown, "the year is missing in " + shown);
    }
    if (!has(parts, "ML")) {
      return new Text("bulan tidak ada dalam " + shown, "the month is missing in " + shown);
    }
    if (!has(parts, "d")) {
      return new Text("hari tidak ada dalam " + shown, "the day is missing in " + shown);
    }
    for (int i = 0; i < parts.size(); i++) {
      String letter = parts.get(i).substring(0, 1);
      if (parts.subList(0, i).stream().anyMatch(part -> part.startsWith(letter))) {
        return new Text(
            letter + " ada dua kali dalam " + shown, letter + " is there twice in " + shown);
      }
    }
    if (has(parts, "S") && !has(parts, "s")) {
      return new Text(
          "S (pecahan detik) tanpa s dalam " + shown,
          "S (parts of a second) without s in " + shown);
    }
    if (has(parts, "h") && !has(parts, "a")) {
      return new Text(
          "h (jam 1-12) tanpa a (AM/PM) dalam " + shown,
          "h (hours 1-12) without a (AM/PM) in " + shown);
    }
    return null;
  }

  private static boolean has(List<String> parts, String letters) {
    return parts.stream().anyMatch(part -> letters.indexOf(part.charAt(0)) >= 0);
  }

  /** Runs of one letter outside quotation marks. */
  private static List<String> parts(String format) {
    List<String> parts = new ArrayList<>();
    boolean quoted = false;
    int at = 0;
    while (at < format.length()) {
      char sign = format.charAt(at);
      int end = at + 1;
      if (sign == '\'') {
        quoted = !quoted;
      } else if (!quoted && isLetter(sign)) {
        while (end < format.length() && format.charAt(end) == sign) {
          end++;
        }
        parts.add(format.substring(at, end));
      }
      at = end;
    }
    return parts;
  }

  private static boolean isLetter(char sign) {
    return (sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z');
  }

  /** As Excel and people write it, in the letters that are meant: DD/MM/YYYY, dd-mm-yyyy. */
  private static String corrected(String format) {
    String letters = format.replace('D', 'd').replace('Y', 'y');
    boolean lacksMonth = letters.indexOf('M') < 0;
    if (lacksMonth) {
      return letters.replaceFirst("m+", letters.contains("mm") ? "MM" : "M");
    }
    int hour = letters.toUpperCase(Locale.ROOT).indexOf('H');
    if (hour >= 0) {
      return letters.substring(0, hour)
          + letters.substring(hour).replace('M', 'm').replace('h', 'H').replace('S', 's');
    }
    return letters;
  }
}
