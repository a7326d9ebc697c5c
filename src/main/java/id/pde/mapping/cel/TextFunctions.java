package id.pde.mapping.cel;

import static id.pde.mapping.cel.ValueKind.BOOLEAN;
import static id.pde.mapping.cel.ValueKind.INTEGER;
import static id.pde.mapping.cel.ValueKind.TEXT;

import dev.cel.common.values.NullValue;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Texts, and what code lists say of them. */
final class TextFunctions {

  /** The functions whose first argument is the name of a code list. */
  static final List<String> OF_LISTS = List.of("code_name", "code_parent", "in_list");

  private TextFunctions() {}

  static List<Function> texts() {
    List<ValueKind> one = List.of(TEXT);
    List<ValueKind> counted = List.of(TEXT, INTEGER);
    return List.of(
        Function.of("upper", TEXT, one, text -> text(text[0]).toUpperCase(Locale.ROOT)),
        Function.of("lower", TEXT, one, text -> text(text[0]).toLowerCase(Locale.ROOT)),
        Function.of("trim", TEXT, one, text -> text(text[0]).strip()),
        Function.of("digits", TEXT, one, text -> digits(text(text[0]))),
        Function.of("left", TEXT, counted, text -> left(text(text[0]), (Long) text[1])),
        Function.of("right", TEXT, counted, text -> right(text(text[0]), (Long) text[1])),
        Function.of(
            "substring", TEXT, counted, of -> between(text(of[0]), (Long) of[1], Long.MAX_VALUE)),
        Function.of(
            "substring",
            TEXT,
            List.of(TEXT, INTEGER, INTEGER),
            of -> between(text(of[0]), (Long) of[1], (Long) of[2])));
  }

  static List<Function> codes(CodeSource codes) {
    List<ValueKind> two = List.of(TEXT, TEXT);
    return List.of(
        Function.of("code_name", TEXT, two, of -> orNull(codes.name(text(of[0]), text(of[1])))),
        Function.of("code_parent", TEXT, two, of -> orNull(codes.parent(text(of[0]), text(of[1])))),
        Function.of("in_list", BOOLEAN, two, of -> codes.contains(text(of[0]), text(of[1]))));
  }

  private static String text(Object value) {
    return (String) value;
  }

  private static Object orNull(@Nullable String found) {
    return Objects.requireNonNullElse(found, NullValue.NULL_VALUE);
  }

  private static String digits(String text) {
    StringBuilder digits = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char sign = text.charAt(i);
      if (sign >= '0' && sign <= '9') {
        digits.append(sign);
      }
    }
    return digits.toString();
  }

  /** The first signs; all where there are fewer. */
  private static String left(String text, long count) {
    int all = text.codePointCount(0, text.length());
    return text.substring(0, text.offsetByCodePoints(0, (int) Math.max(0, Math.min(count, all))));
  }

  /** The signs from one position, counted from 0, up to another one; those that there are. */
  private static String between(String text, long from, long to) {
    int all = text.codePointCount(0, text.length());
    int first = (int) Math.max(0, Math.min(from, all));
    int end = (int) Math.max(first, Math.min(to, all));
    return text.substring(text.offsetByCodePoints(0, first), text.offsetByCodePoints(0, end));
  }

  /** The last signs; all where there are fewer. */
  private static String right(String text, long count) {
    int all = text.codePointCount(0, text.length());
    int kept = (int) Math.max(0, Math.min(count, all));
    return text.substring(text.offsetByCodePoints(0, all - kept));
  }
}
