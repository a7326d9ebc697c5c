package id.pde.mapping.cel;

import dev.cel.common.CelIssue;
import id.pde.mapping.yaml.Quoted;
import id.pde.mapping.yaml.Suggestion;
import id.pde.model.Text;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says in plain words what the library finds wrong with one expression. */
final class CompileFaults {

  /** Functions that are of use with texts; all others of CEL work, too. */
  private static final List<String> FUNCTIONS =
      List.of(
          "field",
          "int",
          "double",
          "string",
          "size",
          "contains",
          "startsWith",
          "endsWith",
          "matches",
          "all",
          "exists",
          "timestamp",
          "duration");

  private static final Pattern UNKNOWN = Pattern.compile("undeclared reference to '([^']*)'");
  private static final Pattern APPLIED = Pattern.compile("for '([^']*)' applied to '\\((.*?)\\)'");

  private final String text;

  CompileFaults(String text) {
    this.text = text;
  }

  ExpressionFault tooLong(int limit) {
    return new ExpressionFault(
        0,
        new Text("syarat ini terlalu panjang", "this condition is too long"),
        new Text("paling panjang " + limit + " tanda", "at most " + limit + " signs"));
  }

  ExpressionFault unplanned() {
    return new ExpressionFault(
        0,
        new Text("syarat ini tidak dapat dihitung", "this condition cannot be evaluated"),
        new Text("tulis lebih sederhana", "write it more simply"));
  }

  /** Words that other languages have for CEL's own are not headings that a table lacks. */
  List<ExpressionFault> names(Set<String> names) {
    return names.stream()
        .filter(name -> Set.of("null", "true", "false", "nil", "none").contains(lower(name)))
        .map(this::misnamed)
        .toList();
  }

  private ExpressionFault misnamed(String name) {
    boolean none = lower(name).startsWith("n");
    String meant = none ? "null" : lower(name);
    int at = Math.max(0, text.indexOf(name));
    return new ExpressionFault(
        text.codePointCount(0, at),
        new Text(Quoted.of(name) + " tidak dikenal", Quoted.of(name) + " is not known"),
        new Text("tulis " + meant, "write " + meant));
  }

  /** Only the first: those after it follow from it. */
  List<ExpressionFault> syntax(Collection<CelIssue> issues) {
    CelIssue first = issues.iterator().next();
    int sign = Signs.of(text, first.getSourceLocation());
    if (first.getMessage().equals(FreeNames.LITERAL_ONLY)) {
      return List.of(
          new ExpressionFault(
              sign,
              new Text(
                  "field(...) memerlukan judul kolom dalam tanda kutip",
                  "field(...) needs a heading in quotation marks"),
              new Text("tulis field(\"JML BALITA\")", "write field(\"JML BALITA\")")));
    }
    if (first.getMessage().contains("has() macro")) {
      return List.of(
          new ExpressionFault(
              sign,
              new Text("has(...) tidak ada di sini", "has(...) does not exist here"),
              new Text("tulis X != null", "write X != null")));
    }
    return List.of(new SyntaxAdvice(text, sign).fault());
  }

  List<ExpressionFault> types(Collection<CelIssue> issues) {
    return issues.stream().map(this::type).toList();
  }

  private ExpressionFault type(CelIssue issue) {
    int sign = Signs.of(text, issue.getSourceLocation());
    String message = issue.getMessage();
    Matcher unknown = UNKNOWN.matcher(message);
    if (unknown.find()) {
      String shown = Quoted.of(unknown.group(1));
      return new ExpressionFault(
          sign,
          new Text(shown + " bukan fungsi yang dikenal", shown + " is not a known function"),
          Suggestion.fix(unknown.group(1), FUNCTIONS));
    }
    Matcher applied = APPLIED.matcher(message);
    if (applied.find()) {
      return applied(sign, applied.group(1), applied.group(2));
    }
    if (message.startsWith("expected type 'bool'")) {
      return new ExpressionFault(
          sign,
          new Text("hasil syarat ini bukan ya atau tidak", "this condition is no yes or no"),
          new Text(
              "bandingkan dengan sesuatu: X != null, X == \"aktif\"",
              "compare it with something: X != null, X == \"active\""));
    }
    if (message.contains("does not support field selection")) {
      return new ExpressionFault(
          sign,
          new Text("sebuah kolom tidak punya bagian .x", "a field has no part .x"),
          new Text(
              "judul kolom yang memuat titik ditulis field(\"No. KTP\")",
              "write a heading that holds a dot as field(\"No. KTP\")"));
    }
    String shown = Quoted.plain(message, 100);
    return new ExpressionFault(
        sign,
        new Text("syarat ini salah: " + shown, "this condition is at fault: " + shown),
        new Text("perbaiki syaratnya", "correct the condition"));
  }

  private static ExpressionFault applied(int sign, String function, String kinds) {
    String shown = function.replace("_", "").replace("!", "! ").strip().replace("! =", "!=");
    String[] parts = kinds.isEmpty() ? new String[0] : kinds.split(", ");
    StringBuilder indonesian = new StringBuilder();
    StringBuilder english = new StringBuilder();
    for (int i = 0; i < parts.length; i++) {
      Text kind = kind(parts[i]);
      indonesian.append(i == 0 ? "" : i + 1 < parts.length ? ", " : " dan ").append(kind.id());
      english.append(i == 0 ? "" : i + 1 < parts.length ? ", " : " and ").append(kind.en());
    }
    boolean number = kinds.contains("int") || kinds.contains("double");
    Text fix =
        number && kinds.contains("string")
            ? new Text(
                "isi kolom adalah teks: tulis int(X) > 5 atau X == \"5\"",
                "fields hold text: write int(X) > 5, or X == \"5\"")
            : new Text(
                "isi kolom adalah teks atau null: X != null, X == \"aktif\"",
                "fields hold text or null: X != null, X == \"active\"");
    return new ExpressionFault(
        sign,
        new Text(
            shown + " tidak dapat dipakai untuk " + indonesian,
            shown + " cannot be used with " + english),
        fix);
  }

  private static Text kind(String type) {
    return switch (type) {
      case "wrapper(string)", "string" -> new Text("teks", "text");
      case "int", "uint", "double" -> new Text("bilangan", "a number");
      case "bool" -> new Text("ya/tidak", "yes/no");
      case "null", "null_type" -> new Text("null", "null");
      case "google.protobuf.Timestamp" -> new Text("waktu", "a time");
      default -> type.startsWith("list") ? new Text("daftar", "a list") : Text.same(type);
    };
  }

  private static String lower(String word) {
    return word.toLowerCase(Locale.ROOT);
  }
}
