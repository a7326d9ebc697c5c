package id.pde.normalise;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the position that a text means: {@code -7.75, 113.21}, {@code -7,75; 113,21}, {@code 113.21
 * -7.75}, {@code POINT(113.21 -7.75)}, {@code 7°45'12" LS 113°12'30" BT}.
 */
final class PositionText {

  private static final int LONGEST = 120;

  /** A hundred millionth of a degree is a millimetre; minutes and seconds rarely end sooner. */
  private static final int PLACES = 8;

  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,3}(?:[.,]\\d{1,20})?");

  private static final Pattern BLANK = Pattern.compile(NUMBER.pattern() + " " + NUMBER.pattern());

  private static final Pattern WELL_KNOWN = Pattern.compile("POINT ?\\(([^()]+)\\)");

  /** Four numbers between commas: each pair is one number with a decimal comma. */
  private static final Pattern COMMAS =
      Pattern.compile("([+-]?\\d{1,3}),(\\d{1,20}), ?([+-]?\\d{1,3}),(\\d{1,20})");

  private static final Pattern NAMED =
      Pattern.compile(
          "(\\d{1,3}(?:[.,]\\d{1,20})?) ?(?:° ?)?(?:(\\d{1,2}(?:[.,]\\d{1,20})?) ?' ?)?"
              + "(?:(\\d{1,2}(?:[.,]\\d{1,20})?) ?\" ?)?(LS|LU|BT|BB|N|S|E|W)[,;/ ]*");

  /** What a text means. */
  sealed interface Meaning {

    record One(Position position) implements Meaning {}

    /** One number where two are needed. */
    record Half() implements Meaning {}

    record None() implements Meaning {}
  }

  private PositionText() {}

  static Meaning of(String tidy) {
    if (tidy.length() > LONGEST) {
      return new Meaning.None();
    }
    String text = plain(tidy);
    Matcher wellKnown = WELL_KNOWN.matcher(text);
    if (wellKnown.matches()) {
      return pair(List.of(wellKnown.group(1).strip().split(" ", -1)), Order.LONGITUDE_FIRST);
    }
    if (text.chars().anyMatch(Character::isLetter)) {
      return named(text);
    }
    if (BLANK.matcher(text).matches()) {
      return pair(parts(text, " "), Order.OPEN);
    }
    Matcher commas = COMMAS.matcher(text);
    if (commas.matches()) {
      return pair(
          List.of(commas.group(1) + "." + commas.group(2), commas.group(3) + "." + commas.group(4)),
          Order.LATITUDE_FIRST);
    }
    if (NUMBER.matcher(text).matches() && !text.contains(",")) {
      return new Meaning.Half();
    }
    return divided(text);
  }

  private enum Order {
    LATITUDE_FIRST,
    LONGITUDE_FIRST,
    /** Only their size can tell. */
    OPEN
  }

  /** One sign for each meaning, whatever a word processor made of it. */
  private static String plain(String tidy) {
    return tidy.toUpperCase(Locale.ROOT)
        .replace('\u2212', '-')
        .replace('\u2013', '-')
        .replace('\u00BA', '°')
        .replace('\u2032', '\'')
        .replace('\u2019', '\'')
        .replace("''", "\"")
        .replace('\u2033', '"')
        .replace('\u201D', '"');
  }

  private static Meaning divided(String text) {
    for (String divider : List.of(";", "|", "/", ", ", ",")) {
      if (text.contains(divider)) {
        return pair(parts(text, divider), Order.LATITUDE_FIRST);
      }
    }
    return new Meaning.None();
  }

  private static List<String> parts(String text, String divider) {
    List<String> parts = new ArrayList<>();
    for (String part : text.split(Pattern.quote(divider), -1)) {
      parts.add(part.strip());
    }
    return parts;
  }

  private static Meaning pair(List<String> parts, Order order) {
    List<String> filled = parts.stream().filter(part -> !part.isEmpty()).toList();
    if (!filled.stream().allMatch(part -> NUMBER.matcher(part).matches()) || parts.size() > 2) {
      return new Meaning.None();
    }
    if (filled.size() < 2) {
      return filled.isEmpty() ? new Meaning.None() : new Meaning.Half();
    }
    BigDecimal first = number(filled.get(0));
    BigDecimal second = number(filled.get(1));
    Position asWritten = new Position(first, second);
    boolean exchange =
        order == Order.LONGITUDE_FIRST
            || (order == Order.OPEN
                && !asWritten.inIndonesia()
                && asWritten.exchanged().inIndonesia());
    return new Meaning.One(exchange ? asWritten.exchanged() : asWritten);
  }

  private static BigDecimal number(String written) {
    return new BigDecimal(written.replace(',', '.'));
  }

  /** Each number says itself whether it is a latitude: {@code LS} is south, {@code BT} is east. */
  private static Meaning named(String text) {
    Matcher matcher = NAMED.matcher(text);
    BigDecimal latitude = null;
    BigDecimal longitude = null;
    int end = 0;
    while (matcher.find() && matcher.start() == end) {
      end = matcher.end();
      BigDecimal degrees = degrees(matcher);
      String side = matcher.group(4);
      boolean isLatitude = side.equals("LS") || side.equals("LU") || "NS".contains(side);
      boolean twice = isLatitude ? latitude != null : longitude != null;
      if (degrees == null || twice) {
        return new Meaning.None();
      }
      boolean negative = side.equals("LS") || side.equals("BB") || "SW".contains(side);
      BigDecimal signed = negative ? degrees.negate() : degrees;
      latitude = isLatitude ? signed : latitude;
      longitude = isLatitude ? longitude : signed;
    }
    if (end < text.length()) {
      return new Meaning.None();
    }
    return latitude == null || longitude == null
        ? new Meaning.Half()
        : new Meaning.One(new Position(latitude, longitude));
  }

  private static @Nullable BigDecimal degrees(Matcher written) {
    BigDecimal degrees = number(written.group(1));
    BigDecimal minutes = written.group(2) == null ? BigDecimal.ZERO : number(written.group(2));
    BigDecimal seconds = written.group(3) == null ? BigDecimal.ZERO : number(written.group(3));
    BigDecimal sixty = BigDecimal.valueOf(60);
    boolean parts = written.group(2) != null || written.group(3) != null;
    boolean broken =
        (parts && degrees.scale() > 0)
            || (written.group(3) != null && minutes.scale() > 0)
            || minutes.compareTo(sixty) >= 0
            || seconds.compareTo(sixty) >= 0;
    if (broken) {
      return null;
    }
    if (!parts) {
      return degrees;
    }
    BigDecimal arc = minutes.multiply(sixty).add(seconds);
    return degrees.add(arc.divide(BigDecimal.valueOf(3600), PLACES, RoundingMode.HALF_UP));
  }
}
