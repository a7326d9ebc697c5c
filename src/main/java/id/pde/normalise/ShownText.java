package id.pde.normalise;

import id.pde.model.Cell;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * The text of a cell as a sheet shows it: leading zeros, places and signs of its number format.
 * Points and commas stand as the format writes them, whatever country the sheet is opened in;
 * formats of fractions and powers, and dates, keep the text of their value.
 */
public final class ShownText {

  private ShownText() {}

  public static String of(Cell cell) {
    if (!(cell instanceof Cell.Numeric number) || number.format() == null) {
      return cell.text();
    }
    BigDecimal value = new BigDecimal(number.text());
    List<String> sections = sections(number.format());
    boolean negative = value.signum() < 0 && sections.size() > 1;
    int section = negative ? 1 : value.signum() == 0 && sections.size() > 2 ? 2 : 0;
    List<String> signs = signs(sections.get(section));
    if (signs.stream().anyMatch(sign -> "E/?@GgyYdDhHmMsSbB".contains(sign) && !sign.isEmpty())) {
      return cell.text();
    }
    if (signs.indexOf(".") != signs.lastIndexOf(".")) {
      return cell.text();
    }
    String shown = shown(signs, negative ? value.abs() : value);
    return shown.isEmpty() ? cell.text() : shown;
  }

  private static List<String> sections(String format) {
    List<String> sections = new ArrayList<>();
    StringBuilder section = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < format.length(); i++) {
      char sign = format.charAt(i);
      quoted ^= sign == '"';
      if (sign == ';' && !quoted) {
        sections.add(section.toString());
        section.setLength(0);
      } else {
        section.append(sign);
      }
    }
    sections.add(section.toString());
    return sections;
  }

  /** One entry per sign; what only stands for itself has a mark before it. */
  private static List<String> signs(String section) {
    List<String> signs = new ArrayList<>();
    for (int i = 0; i < section.length(); i++) {
      char sign = section.charAt(i);
      if (sign == '"') {
        int end = section.indexOf('"', i + 1);
        end = end < 0 ? section.length() : end;
        section.substring(i + 1, end).chars().forEach(one -> signs.add("\\" + (char) one));
        i = end;
      } else if (sign == '[') {
        int end = section.indexOf(']', i);
        i = end < 0 ? section.length() : end;
      } else if (sign == '_' || sign == '*') {
        i++;
      } else if (sign == '\\' && i + 1 < section.length()) {
        signs.add("\\" + section.charAt(++i));
      } else {
        signs.add(String.valueOf(sign));
      }
    }
    return signs;
  }

  private static String shown(List<String> signs, BigDecimal value) {
    int point = signs.indexOf(".");
    int last = lastDigit(signs);
    if (last < 0) {
      return literals(signs);
    }
    int whole = point >= 0 ? point : last + 1;
    int places =
        point < 0
            ? 0
            : (int) signs.subList(point, last + 1).stream().filter(ShownText::isDigit).count();
    long required =
        point < 0 ? 0 : signs.subList(point, last + 1).stream().filter("0"::equals).count();
    BigDecimal scaled = value;
    for (String sign : signs) {
      scaled = sign.equals("%") ? scaled.movePointRight(2) : scaled;
    }
    for (int i = last + 1; i < signs.size() && signs.get(i).equals(","); i++) {
      scaled = scaled.movePointLeft(3);
    }
    BigDecimal rounded = scaled.setScale(places, RoundingMode.HALF_UP);
    String digits = rounded.abs().unscaledValue().toString();
    digits = "0".repeat(Math.max(0, places + 1 - digits.length())) + digits;
    String integer = digits.substring(0, digits.length() - places);
    String fraction = digits.substring(digits.length() - places);
    while (fraction.length() > required && fraction.endsWith("0")) {
      fraction = fraction.substring(0, fraction.length() - 1);
    }
    String tail = point >= 0 ? "." + fraction : "";
    String sign = rounded.signum() < 0 ? "-" : "";
    return sign
        + integer(signs.subList(0, whole), integer.equals("0") ? "" : integer)
        + tail
        + literals(signs.subList(last + 1, signs.size()));
  }

  /** Digits from the right; signs between them stay where they are. */
  private static String integer(List<String> signs, String digits) {
    StringBuilder shown = new StringBuilder();
    int first = firstDigit(signs);
    boolean grouped = signs.contains(",");
    int left = digits.length();
    int count = 0;
    for (int i = signs.size() - 1; i >= 0; i--) {
      String sign = signs.get(i);
      if (!isDigit(sign)) {
        shown.insert(0, literal(sign));
        continue;
      }
      do {
        boolean filled = left > 0;
        if (!filled && !sign.equals("0")) {
          break;
        }
        shown.insert(0, grouped && count > 0 && count % 3 == 0 ? "," : "");
        shown.insert(0, filled ? digits.charAt(--left) : '0');
        count++;
      } while (i == first && left > 0);
    }
    return shown.toString();
  }

  private static boolean isDigit(String sign) {
    return sign.equals("0") || sign.equals("#");
  }

  private static int firstDigit(List<String> signs) {
    int first = 0;
    while (first < signs.size() && !isDigit(signs.get(first))) {
      first++;
    }
    return first;
  }

  private static int lastDigit(List<String> signs) {
    int last = signs.size() - 1;
    while (last >= 0 && !isDigit(signs.get(last))) {
      last--;
    }
    return last;
  }

  private static String literals(List<String> signs) {
    StringBuilder text = new StringBuilder();
    signs.forEach(sign -> text.append(literal(sign)));
    return text.toString();
  }

  private static String literal(String sign) {
    if (sign.length() == 2) {
      return sign.substring(1);
    }
    return sign.equals(",") ? "" : sign;
  }
}
