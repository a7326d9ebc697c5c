package id.pde.mapping.cel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Choices whose one side is null, names with a dot in front, and what stands behind a dot. */
class BranchesTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          kosong == null ? null : kosong + 1                             | INTEGER | null
          `l == null \\|\\| aktif ? null : l + 1`                        | INTEGER | null
          l == null ? null : l + 1                                       | INTEGER | 4
          aktif ? null : l                                               | INTEGER | null
          aktif ? 5 : null                                               | INTEGER | 5
          aktif ? (kosong == null ? null : kosong + 1) : null            | INTEGER | null
          aktif ? pagu : null                                            | DECIMAL | 1250000.50
          aktif ? null : pagu                                            | DECIMAL | null
          pagu == null ? null : pagu * 1.5                               | DECIMAL | 1875000.750
          kosong_desimal == null ? null : kosong_desimal * 2             | DECIMAL | null
          lahir == null ? null : add_days(lahir, 1)                      | DATE    | 2000-03-01
          kosong_tanggal == null ? null : add_days(kosong_tanggal, 1)    | DATE    | null
          nama == null ? null : upper(nama)                              | TEXT    | ANI WIJAYA
          kosong_teks == null ? null : upper(kosong_teks)                | TEXT    | null
          aktif == null ? null : !aktif                                  | BOOLEAN | false
          (kosong == null ? null : kosong) == null                       | BOOLEAN | true
          """)
  void mayBeNullOnEitherSide(String text, ValueKind kind, String wanted) {
    String plain = text.replace("\\|", "|");

    assertThat(Formulas.good(plain).kind()).isEqualTo(kind);
    assertThat(Formulas.evaluate(plain)).isEqualTo(wanted);
  }

  @Test
  void doNotHideWhatIsWrongInside() {
    assertThat(Formulas.faults("aktif ? null : l + nama"))
        .singleElement()
        .asString()
        .startsWith("17: + cannot be used with a whole number and a text");
    assertThat(Formulas.faults("aktif ? null : [1]"))
        .singleElement()
        .asString()
        .startsWith("0: what comes of this formula is no value");
    assertThat(Formulas.faults("aktif ? null : null"))
        .singleElement()
        .asString()
        .startsWith("0: what comes of this formula is no value");
  }

  @Test
  void namesDoNotBeginWithADot() {
    assertThat(Formulas.faults("aktif && .l > 3"))
        .containsExactly("9: no name begins with a dot here | write the column without that dot");
    assertThat(Formulas.faults("[1].exists(l, .l == 7)"))
        .containsExactly("14: no name begins with a dot here | write the column without that dot");
  }

  @Test
  void functionsOfPdeTakeTheirValueInBrackets() {
    assertThat(Formulas.faults("nama.upper() == \"A\""))
        .containsExactly(
            "10: upper cannot be written like this here"
                + " | write the value inside the brackets: upper(X)");
    assertThat(Formulas.faults("pagu.round(1) > 1.0"))
        .containsExactly(
            "10: round cannot be written like this here"
                + " | write the value inside the brackets: round(X)");
    assertThat(Formulas.faults("nama.contains(5)"))
        .singleElement()
        .asString()
        .startsWith("13: contains cannot be used with a text and a whole number");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          substring(nama, 0, 3)                    | Ani
          substring(nama, 4)                       | Wijaya
          substring(nama, 4, 99)                   | Wijaya
          substring(nama, 4, 2) == ""              | true
          substring(nama, -5, 1)                   | A
          substring("😀ab", 1, 2)                  | a
          substring(kosong_teks, 0, 1)             | ! column kosong_teks is empty
          """)
  void cutsTexts(String text, String wanted) {
    assertThat(Formulas.evaluate(text)).isEqualTo(wanted);
  }
}
