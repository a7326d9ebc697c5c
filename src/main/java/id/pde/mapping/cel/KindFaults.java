package id.pde.mapping.cel;

import id.pde.model.Text;
import java.util.Map;

/** Says that an operator or a function does not take values of these kinds. */
final class KindFaults {

  private static final Map<String, Text> KINDS =
      Map.ofEntries(
          Map.entry("string", ValueKind.TEXT.shown()),
          Map.entry("int", ValueKind.INTEGER.shown()),
          Map.entry("decimal", ValueKind.DECIMAL.shown()),
          Map.entry("date", ValueKind.DATE.shown()),
          Map.entry("google.protobuf.Timestamp", ValueKind.TIMESTAMP.shown()),
          Map.entry("bool", ValueKind.BOOLEAN.shown()),
          Map.entry("null", Text.same("null")),
          Map.entry("null_type", Text.same("null")));

  private KindFaults() {}

  /** The fault, for the kinds as the library names them, with commas between. */
  static ExpressionFault applied(int sign, String function, String kinds) {
    String shown = operator(function);
    String[] parts = kinds.isEmpty() ? new String[0] : kinds.split(", ", -1);
    StringBuilder indonesian = new StringBuilder();
    StringBuilder english = new StringBuilder();
    boolean decimal = false;
    boolean whole = false;
    for (int i = 0; i < parts.length; i++) {
      Text kind = kind(parts[i]);
      indonesian.append(i == 0 ? "" : i + 1 < parts.length ? ", " : " dan ").append(kind.id());
      english.append(i == 0 ? "" : i + 1 < parts.length ? ", " : " and ").append(kind.en());
      decimal |= kind.equals(ValueKind.DECIMAL.shown());
      whole |= kind.equals(ValueKind.INTEGER.shown());
    }
    boolean date = indonesian.indexOf(ValueKind.DATE.shown().id()) >= 0;
    Text fix =
        decimal && whole
            ? new Text("ubah dengan decimal(X) atau int(X)", "convert it with decimal(X) or int(X)")
            : date && (shown.equals("+") || shown.equals("-"))
                ? new Text(
                    "pakai add_days(X, 1), add_months(X, 1) atau days_between(X, Y)",
                    "use add_days(X, 1), add_months(X, 1) or days_between(X, Y)")
                : shown.equals("in") ? ofOneKind() : converted();
    return new ExpressionFault(
        sign,
        new Text(
            shown + " tidak dapat dipakai untuk " + indonesian,
            shown + " cannot be used with " + english),
        fix);
  }

  private static Text ofOneKind() {
    return new Text(
        "tulis daftar yang sejenis dengan nilainya: X in [1.0, 2.5] untuk desimal",
        "write a list of the kind of the value: X in [1.0, 2.5] for a decimal");
  }

  private static Text converted() {
    return new Text(
        "pakai nilai yang sejenis: date(\"2024-01-31\"), decimal(\"1.50\"), \"teks\"",
        "use values of one kind: date(\"2024-01-31\"), decimal(\"1.50\"), \"text\"");
  }

  private static String operator(String function) {
    return switch (function) {
      case "_?_:_" -> "? :";
      case "@in" -> "in";
      default ->
          function.indexOf('_') < 0 || Character.isLetter(function.charAt(0))
              ? function
              : function.replace("_", "").strip();
    };
  }

  private static Text kind(String type) {
    String plain = type.startsWith("wrapper(") ? type.substring(8, type.length() - 1) : type;
    Text known = KINDS.get(plain);
    if (known != null) {
      return known;
    }
    return plain.startsWith("list") ? new Text("daftar", "a list") : Text.same(plain);
  }
}
