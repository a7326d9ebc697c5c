package id.pde.mapping.cel;

import dev.cel.common.CelIssue;
import dev.cel.common.types.CelKind;
import dev.cel.common.types.CelType;
import id.pde.mapping.yaml.Quoted;
import id.pde.mapping.yaml.Suggestion;
import id.pde.model.Text;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says in plain words what is wrong with an expression over the values of a record. */
final class FormulaFaults {

  private static final Pattern UNKNOWN = Pattern.compile("undeclared reference to '([^']*)'");
  private static final Pattern APPLIED =
      Pattern.compile("for '([^']*)' applied to '(?:(.*)\\.)?\\((.*)\\)'");

  /** Functions that may stand behind the text that they are about. */
  private static final Set<String> MEMBERS =
      Set.of("contains", "endsWith", "matches", "size", "startsWith");

  private static final Set<String> CLOCKS = Set.of("now", "today", "hari_ini", "sekarang");

  private final String text;
  private final Scope scope;

  FormulaFaults(String text, Scope scope) {
    this.text = text;
    this.scope = scope;
  }

  ExpressionFault tooLong(int limit) {
    return new ExpressionFault(
        0,
        new Text("rumus ini terlalu panjang", "this formula is too long"),
        new Text("paling panjang " + limit + " tanda", "at most " + limit + " signs"));
  }

  ExpressionFault tooManyDigits(int sign) {
    return new ExpressionFault(
        sign,
        new Text("angka ini terlalu panjang", "this number is too long"),
        new Text(
            "paling banyak " + Exact.MAX_DIGITS + " digit",
            "at most " + Exact.MAX_DIGITS + " digits"));
  }

  ExpressionFault unplanned() {
    return new ExpressionFault(
        0,
        new Text("rumus ini tidak dapat dihitung", "this formula cannot be evaluated"),
        new Text("tulis lebih sederhana", "write it more simply"));
  }

  ExpressionFault noValue() {
    return new ExpressionFault(
        0,
        new Text("hasil rumus ini bukan nilai kolom", "what comes of this formula is no value"),
        new Text(
            "hasilnya harus teks, angka, tanggal, waktu atau ya/tidak",
            "it has to be a text, a number, a date, a timestamp, or yes or no"));
  }

  ExpressionFault syntax(CelIssue first) {
    int sign = Signs.of(text, first.getSourceLocation());
    if (first.getMessage().contains("has() macro")) {
      return new ExpressionFault(
          sign,
          new Text("has(...) tidak ada di sini", "has(...) does not exist here"),
          new Text("tulis X != null", "write X != null"));
    }
    return SyntaxAdvice.ofFormula(text, sign).fault();
  }

  /** A pattern is compiled when the mapping is read, and only then. */
  ExpressionFault patternWanted(int sign) {
    return new ExpressionFault(
        sign,
        new Text(
            "matches(...) memerlukan pola yang tertulis", "matches(...) needs a written pattern"),
        new Text(
            "tulis misalnya kode.matches(\"^[0-9]+$\")",
            "write for example code.matches(\"^[0-9]+$\")"));
  }

  /** CEL's own parts of a timestamp are those of UTC, where seven in the morning is midnight. */
  ExpressionFault clockOfNowhere(String function, int sign) {
    return new ExpressionFault(
        sign,
        new Text(
            function + " tidak mengenal zona waktu pemetaan ini",
            function + " does not know the zone of this mapping"),
        new Text(
            "tulis year(X), month(X), day(X) atau hour(X)",
            "write year(X), month(X), day(X) or hour(X)"));
  }

  ExpressionFault constant(String function, String written, int sign) {
    String shown = Quoted.of(written);
    Text wanted =
        switch (function) {
          case "date" -> new Text("tanggal", "a date");
          case "decimal" -> new Text("angka desimal", "a decimal");
          default -> new Text("periode", "a period");
        };
    Text example =
        switch (function) {
          case "date" -> Text.same("date(\"2024-01-31\")");
          case "decimal" -> Text.same("decimal(\"1.50\")");
          default -> Text.same(function + "(\"2024-Q1\")");
        };
    return new ExpressionFault(
        sign,
        new Text(shown + " bukan " + wanted.id(), shown + " is not " + wanted.en()),
        new Text("tulis misalnya " + example.id(), "write for example " + example.en()));
  }

  ExpressionFault list(Optional<String> written, int sign) {
    if (written.isEmpty()) {
      return new ExpressionFault(
          sign,
          new Text(
              "nama daftar kode harus tertulis dalam tanda kutip",
              "the name of the code list has to be written in quotation marks"),
          new Text("tulis misalnya \"wilayah\"", "write for example \"wilayah\""));
    }
    String shown = Quoted.of(written.get());
    return new ExpressionFault(
        sign,
        new Text("daftar kode " + shown + " tidak ada", "there is no code list " + shown),
        Suggestion.fix(written.get(), scope.codeLists()));
  }

  /** A fault where a part of the expression is of a type that records do not have. */
  Optional<ExpressionFault> kind(CelType type, int sign) {
    boolean mixed =
        type.kind() == CelKind.DYN
            || type.parameters().stream().anyMatch(one -> one.kind() == CelKind.DYN);
    if (mixed) {
      return Optional.of(
          new ExpressionFault(
              sign,
              new Text(
                  "di sini jenis nilainya tercampur", "values of different kinds are mixed here"),
              new Text(
                  "pakai satu jenis: [1.0, 2.5], bukan [1, 2.5]",
                  "use one kind: [1.0, 2.5], not [1, 2.5]")));
    }
    if (type.kind() == CelKind.DOUBLE || type.kind() == CelKind.UINT) {
      return Optional.of(
          new ExpressionFault(
              sign,
              new Text("di sini hanya ada angka yang tepat", "only exact numbers exist here"),
              new Text("pakai decimal(...) atau int(...)", "use decimal(...) or int(...)")));
    }
    return Optional.empty();
  }

  List<ExpressionFault> types(Collection<CelIssue> issues, Set<String> names) {
    List<ExpressionFault> faults = new ArrayList<>();
    for (CelIssue issue : issues) {
      faults.add(type(issue, names));
    }
    return faults;
  }

  private ExpressionFault type(CelIssue issue, Set<String> names) {
    int sign = Signs.of(text, issue.getSourceLocation());
    String message = issue.getMessage();
    Matcher unknown = UNKNOWN.matcher(message);
    if (unknown.find()) {
      return unknown(sign, unknown.group(1), names);
    }
    Matcher applied = APPLIED.matcher(message);
    if (applied.find()) {
      String of = applied.group(2);
      String arguments = applied.group(3);
      if (applied.group(1).equals(Branches.MAYBE)) {
        return noValue();
      }
      if (of != null && !MEMBERS.contains(applied.group(1))) {
        return member(sign, applied.group(1));
      }
      return KindFaults.applied(
          sign, applied.group(1), of == null ? arguments : of + ", " + arguments);
    }
    if (message.contains("does not support field selection")) {
      return new ExpressionFault(
          sign,
          new Text("sebuah kolom tidak punya bagian .x", "a column has no part .x"),
          new Text(
              "hanya period yang punya bagian: period.end", "only period has parts: period.end"));
    }
    String shown = Quoted.plain(message, 100);
    return new ExpressionFault(
        sign,
        new Text("rumus ini salah: " + shown, "this formula is at fault: " + shown),
        new Text("perbaiki rumusnya", "correct the formula"));
  }

  private ExpressionFault unknown(int sign, String name, Set<String> names) {
    String shown = Quoted.of(name);
    if (name.equals(Scope.PERIOD) || name.startsWith(Scope.PERIOD + ".")) {
      return new ExpressionFault(
          sign,
          new Text("period ditulis dengan bagiannya", "period is written with its part"),
          new Text(
              "tulis period.start, period.end, period.year atau period.text",
              "write period.start, period.end, period.year or period.text"));
    }
    if (names.contains(name)) {
      return new ExpressionFault(
          sign,
          new Text(shown + " bukan kolom pemetaan ini", shown + " is no column of this mapping"),
          Suggestion.fix(name, scope.columns().keySet()));
    }
    Text fix =
        CLOCKS.contains(name)
            ? new Text(
                "rumus tidak melihat jam, agar hasilnya tetap: pakai period.end",
                "formulas see no clock, so that their results stay: use period.end")
            : Suggestion.fix(name, Scope.functions());
    return new ExpressionFault(
        sign,
        new Text(shown + " bukan fungsi yang dikenal", shown + " is not a known function"),
        fix);
  }

  /** CEL has such names for what a loop hides; rows know the bare name only. */
  ExpressionFault leadingDot(String name) {
    int at = Math.max(0, text.indexOf(name));
    return new ExpressionFault(
        text.codePointCount(0, at),
        new Text("titik di depan nama tidak berlaku di sini", "no name begins with a dot here"),
        new Text("tulis nama kolom tanpa titik itu", "write the column without that dot"));
  }

  private static ExpressionFault member(int sign, String function) {
    return new ExpressionFault(
        sign,
        new Text(
            function + " tidak dapat ditulis seperti ini di sini",
            function + " cannot be written like this here"),
        new Text(
            "tulis nilainya di dalam kurung: " + function + "(X)",
            "write the value inside the brackets: " + function + "(X)"));
  }
}
