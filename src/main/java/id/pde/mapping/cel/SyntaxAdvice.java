package id.pde.mapping.cel;

import id.pde.mapping.yaml.Quoted;
import id.pde.model.Text;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What to say where an expression cannot be read on: people bring the signs of other languages. */
final class SyntaxAdvice {

  private static final Map<String, String> SIGNS =
      Map.of(
          "=", "==", "&", "&&", "|", "||", "<>", "!=", "and", "&&", "or", "||", "dan", "&&", "atau",
          "||", "is", "==");

  private static final Map<String, String> NEGATIONS =
      Map.of("not", "!", "bukan", "!", "tidak", "!");

  /** Of SQL and of spreadsheets. */
  private static final Map<String, String> WORDS =
      Map.of(
          "between", "X >= 1 && X <= 3",
          "like", "X.startsWith(\"A\")",
          "if", "X > 3 ? 1 : 2");

  private static final List<String> CURLED = List.of("‘", "’", "“", "”", "`", "´");

  private final String text;
  private final int sign;
  private final int at;
  private final boolean formula;

  /** Of a condition over the fields of a table. */
  SyntaxAdvice(String text, int sign) {
    this(text, sign, false);
  }

  /** Of an expression over the values of a record. */
  static SyntaxAdvice ofFormula(String text, int sign) {
    return new SyntaxAdvice(text, sign, true);
  }

  private SyntaxAdvice(String text, int sign, boolean formula) {
    this.text = text;
    this.formula = formula;
    this.sign = sign;
    this.at = text.offsetByCodePoints(0, sign);
  }

  ExpressionFault fault() {
    String word = word();
    if (word.isEmpty()) {
      return fault(
          formula
              ? new Text("rumus ini belum selesai", "this formula is not complete")
              : new Text("syarat ini belum selesai", "this condition is not complete"),
          new Text(
              "lengkapi, dan tutup setiap tanda kutip dan kurung",
              "complete it, and close every quotation mark and bracket"));
    }
    if (text.startsWith("<>", Math.max(0, at - 1))) {
      return unreadable("<>", new Text("tulis !=", "write !="));
    }
    return unreadable(word, fix(word));
  }

  private Text fix(String word) {
    String meant = meant(word.toLowerCase(Locale.ROOT));
    if (meant != null) {
      return new Text("tulis " + meant, "write " + meant);
    }
    if (CURLED.contains(word)) {
      return new Text("pakai tanda kutip biasa: \" atau '", "use plain quotation marks: \" or '");
    }
    if (word.equals("\"") || word.equals("'")) {
      return new Text("tutup tanda kutip ini", "close this quotation mark");
    }
    boolean named = !formula && Character.isLetterOrDigit(word.codePointAt(0));
    return named
        ? new Text(
            "judul kolom yang memuat spasi atau tanda lain ditulis field(\"JML BALITA\")",
            "write a heading that holds blanks or other signs as field(\"JML BALITA\")")
        : new Text("perbaiki di sini", "correct it here");
  }

  private static @Nullable String meant(String word) {
    return SIGNS.getOrDefault(word, NEGATIONS.getOrDefault(word, WORDS.get(word)));
  }

  /** The word or sign at the place, after blanks; empty at the end. */
  private String word() {
    String rest = text.substring(at).strip();
    int end = 0;
    while (end < rest.length() && Character.isLetterOrDigit(rest.codePointAt(end))) {
      end += Character.charCount(rest.codePointAt(end));
    }
    return end == 0 && !rest.isEmpty()
        ? rest.substring(0, rest.offsetByCodePoints(0, 1))
        : rest.substring(0, end);
  }

  private ExpressionFault unreadable(String word, Text fix) {
    String shown = Quoted.of(word);
    return fault(
        new Text(shown + " tidak dapat dibaca di sini", shown + " cannot be read here"), fix);
  }

  private ExpressionFault fault(Text message, Text fix) {
    return new ExpressionFault(sign, message, fix);
  }
}
