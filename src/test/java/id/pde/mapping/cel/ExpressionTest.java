package id.pde.mapping.cel;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.mapping.cel.Expression.Result;
import id.pde.mapping.cel.ExpressionCompiler.Compiled;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          S != null || D != null ; S=1 ; yes
          S != null || D != null ;  ; no
          S == "Aktif" ; S=Aktif ; yes
          S == "Aktif" ;  ; no
          S in ["a", "b"] ; S=b ; yes
          S != null && int(S) > 5 ; S=7 ; yes
          S != null && int(S) > 5 ;  ; no
          S.matches("(?i)^aktif$") ; S=AKTIF ; yes
          field("JML BALITA") != null ; JML BALITA=3 ; yes
          field("JML BALITA") == D ; D=x ; no
          S.startsWith("Kec") ; S=Kec. A ; yes
          double(S) > 1.5 ; S=1.6 ; yes
          ["a", "b"].exists(S, S == D) ; D=b ; yes
          """)
  void answers(String written, String texts, String answer) {
    Result result = evaluate(written, texts);

    assertThat(result).isEqualTo(new Result.Answer(answer.equals("yes")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          int(S) > 5          | S=abc | a cell does not hold the number or time that is asked for
          int(S) > 5          |       | an empty cell is used as if it were filled
          S.startsWith("a")   |       | an empty cell is used as if it were filled
          10 / int(S) > 1     | S=0   | a division by zero
          int(S) * 9223372036854775807 > 1 | S=2 | a number is too large
          S.matches(D)        | S=a   | an empty cell is used as if it were filled
          """)
  void saysWhyThereIsNoAnswer(String written, String texts, String message) {
    Result result = evaluate(written, texts);

    assertThat(result).isInstanceOf(Result.Failed.class);
    assertThat(((Result.Failed) result).message().en()).isEqualTo(message);
  }

  @Test
  void namesEachFieldOnceAsWritten() {
    assertThat(good("S != null && field(\"No. KTP\") != S && [1].all(x, x > 0)").names())
        .containsExactly("S", "No. KTP");
  }

  @Test
  void endsLoopsThatWouldNotEnd() {
    String list = "[" + "1,".repeat(99) + "1]";
    String written = list + ".all(a, " + list + ".all(b, " + list + ".all(c, a+b+c > 0)))";

    assertThat(evaluate(written, "")).isInstanceOf(Result.Failed.class);
  }

  @Test
  void refusesWhatIsTooLongOrTooDeep() {
    assertThat(fault("true && ".repeat(300) + "true")).startsWith("0 this condition is too long");
    assertThat(fault("(".repeat(200) + "S" + ")".repeat(200))).isNotEmpty();
    assertThat(fault("!".repeat(1999) + "true")).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
"""
S = 3                   | 2 "=" cannot be read here / write ==
S == "a" and D == "b"   | 9 "and" cannot be read here / write &&
S == "a" dan D == "b"   | 9 "dan" cannot be read here / write &&
S & D                   | 2 "&" cannot be read here / write &&
S <> "a"                | 3 "<>" cannot be read here / write !=
JML BALITA != null      | 4 "BALITA" cannot be read here / write a heading that holds blanks or other signs as field("JML BALITA")
S ==                    | 4 this condition is not complete / complete it, and close every quotation mark and bracket
S == “a”                | 5 "“" cannot be read here / use plain quotation marks: " or '
"abc                    | 0 "\\"" cannot be read here / close this quotation mark
S > 5                   | 2 > cannot be used with text and a number / fields hold text: write int(X) > 5, or X == "5"
!S                      | 0 ! cannot be used with text / fields hold text or null: X != null, X == "active"
S                       | 0 this condition is no yes or no / compare it with something: X != null, X == "active"
S != NULL               | 5 "NULL" is not known / write null
startWith(S, "a")       | 9 "startWith" is not a known function / did you mean "startsWith"?
S.foo == "a"            | 1 a field has no part .x / write a heading that holds a dot as field("No. KTP")
field(S) != null        | 5 field(...) needs a heading in quotation marks / write field("JML BALITA")
has(S)                  | 3 has(...) does not exist here / write X != null
S.matches("(a")         | 10 "(a" is not a usable pattern / check its brackets; (?=...) and \\1 do not exist here
""")
  void saysWhatIsWrong(String written, String said) {
    assertThat(fault(written)).isEqualTo(said.replace("\"\\\"\"", "\"\"\""));
  }

  private static String fault(String written) {
    Compiled compiled = ExpressionCompiler.condition(written);
    assertThat(compiled.expression()).isNull();
    assertThat(compiled.faults()).isNotEmpty();
    ExpressionFault first = compiled.faults().get(0);
    return first.sign() + " " + first.message().en() + " / " + first.fix().en();
  }

  private static Result evaluate(String written, String texts) {
    Expression expression = good(written);
    Map<String, String> values = new HashMap<>();
    if (texts != null && !texts.isEmpty()) {
      int cut = texts.indexOf('=');
      values.put(texts.substring(0, cut), texts.substring(cut + 1));
    }
    return expression.evaluate(expression.names().stream().map(values::get).toArray(String[]::new));
  }

  private static Expression good(String written) {
    Compiled compiled = ExpressionCompiler.condition(written);
    assertThat(compiled.faults()).isEmpty();
    Expression expression = compiled.expression();
    if (expression == null) {
      throw new AssertionError("no expression and no fault");
    }
    return expression;
  }
}
