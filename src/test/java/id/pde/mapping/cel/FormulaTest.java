package id.pde.mapping.cel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormulaTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          l + 2                                      | 5
          total / l                                  | 3
          -l                                         | -3
          abs(l - total)                             | 7
          min(l, total)                              | 3
          max(l, 4.5)                                | 4.5
          0.1 + 0.2                                  | 0.3
          0.1 + 0.2 == 0.3                           | true
          1.10 == 1.1                                | true
          1.10 != 1.1                                | false
          2.0 == l - 1                               | true
          l == 3.0                                   | true
          l != 3.5                                   | true
          pagu == 1250000.5                          | true
          pagu >= 1250000.5                          | true
          pagu < 5                                   | false
          5 < pagu                                   | true
          pagu in [1.5, 1250000.50]                  | true
          pagu * 2                                   | 2500001.00
          pagu - 0.50                                | 1250000.00
          1.0 / 3                                    | 0.33333333333333333333
          2 / 3.0                                    | 0.66666666666666666667
          -1.5                                       | -1.5
          0 - 1.5                                    | -1.5
          abs(-1.5)                                  | 1.5
          .5 + 1e2                                   | 100.5
          0.12345678901234567890123                  | 0.12345678901234567890123
          round(2.345, 2)                            | 2.35
          round(-2.345, 2)                           | -2.35
          round(2.5)                                 | 3
          round(pagu, -3)                            | 1250000
          int(round(2.5))                            | 3
          int(2.5)                                   | ! the result does not fit: it is too large, or has a fraction
          decimal("1.50") * l                        | 4.50
          decimal(l) / total                         | 0.30000000000000000000
          decimal(nama)                              | ! a text is not the number, date or period that is asked for
          string(pagu)                               | 1250000.50
          pagu / 0                                   | ! a division by zero
          l / 0                                      | ! a division by zero
          9223372036854775807 + l                    | ! the result does not fit: it is too large, or has a fraction
          1e200 * 1e200                              | ! the result does not fit: it is too large, or has a fraction
          lahir                                      | 2000-02-29
          lahir == date("2000-02-29")                | true
          lahir < date("2000-03-01")                 | true
          lahir <= period.end                        | true
          min(lahir, period.start)                   | 2000-02-29
          period.start                               | 2024-01-01
          period.end                                 | 2024-12-31
          period.year                                | 2024
          period.text                                | 2024
          age(lahir, date("2024-02-28"))             | 23
          age(lahir, date("2024-02-29"))             | 24
          age(lahir, date("2023-02-28"))             | 22
          age(period.end, lahir)                     | -24
          days_between(date("2024-02-28"), date("2024-03-01")) | 2
          add_days(lahir, 1)                         | 2000-03-01
          add_months(date("2024-01-31"), 1)          | 2024-02-29
          add_days(lahir, 9223372036854775807)       | ! the result does not fit: it is too large, or has a fraction
          year(lahir) * 100 + month(lahir)           | 200002
          day(lahir)                                 | 29
          date(mulai)                                | 2024-02-01
          year(mulai) * 100 + month(mulai)           | 202402
          day(mulai) * 100 + hour(mulai)             | 103
          mulai < timestamp("2024-02-01T00:00:00Z")  | true
          period_end("2024-Q1")                      | 2024-03-31
          period_start("2024/2025")                  | 2024-07-01
          period_start(nama)                         | ! a text is not the number, date or period that is asked for
          upper(nama)                                | ANI WIJAYA
          lower("I") == "i"                          | true
          trim("  a ")                               | a
          digits("0812-3456")                        | 08123456
          left(nama, 3)                              | Ani
          right(nama, 300)                           | Ani Wijaya
          left(nama, -1) == ""                       | true
          jam                                        | 07:30:00
          nama.startsWith("Ani")                     | true
          nama.matches("^[A-Z]")                     | true
          nama.size()                                | 10
          nama in ["Ani Wijaya", "x"]                | true
          [1, 2, 3].exists(x, x == l)                | true
          [1, 2, 3].all(x, x == l)                   | false
          code_name("wilayah", "35.74")              | KOTA PROBOLINGGO
          code_name("wilayah", nama)                 | null
          code_parent("wilayah", "35.74")            | 35
          in_list("wilayah", nama)                   | false
          aktif && l == 3                            | true
          kosong == null                             | true
          kosong_desimal == null                     | true
          kosong_tanggal == null                     | true
          kosong_teks == null                        | true
          l != null                                  | true
          lahir != null                              | true
          pagu == null                               | false
          kosong == 3                                | false
          kosong_desimal == 3                        | false
          kosong_desimal != 3                        | true
          pagu == kosong                             | false
          kosong_tanggal == lahir                    | false
          kosong != null && kosong > 3               | false
          `kosong == null || kosong > 3`             | true
          kosong > 3                                 | ! column kosong is empty
          l > kosong                                 | ! column kosong is empty
          l + kosong                                 | ! column kosong is empty
          pagu > kosong                              | ! column kosong is empty
          pagu * kosong_desimal                      | ! column kosong_desimal is empty
          kosong_tanggal <= period.end               | ! column kosong_tanggal is empty
          age(kosong_tanggal, period.end)            | ! column kosong_tanggal is empty
          upper(kosong_teks)                         | ! column kosong_teks is empty
          kosong_teks.startsWith("a")                | ! column kosong_teks is empty
          in_list("wilayah", kosong_teks)            | ! column kosong_teks is empty
          kosong == null ? 0 : kosong                | 0
          kosong_desimal == null ? pagu : kosong_desimal | 1250000.50
          """)
  void evaluates(String text, String wanted) {
    assertThat(Formulas.evaluate(text)).isEqualTo(wanted);
  }

  @Test
  void hasNoAnswerWhereTheRowHasNoPeriod() {
    assertThat(Formulas.withoutPeriod("lahir <= period.end"))
        .isEqualTo("! there is no answer for what this row holds");
    assertThat(Formulas.withoutPeriod("period.end == null || lahir <= period.end"))
        .isEqualTo("true");
  }

  @Test
  void boundsTheRoundsOfLoops() {
    String ten = "[1, 2, 3, 4, 5, 6, 7, 8, 9, 10]";
    String loops =
        "%1$s.all(a, %1$s.all(b, %1$s.all(c, %1$s.all(d, a + b + c + d > l - 3))))".formatted(ten);

    assertThat(Formulas.evaluate(loops)).isEqualTo("! too many rounds of its loops");
  }

  @Test
  void namesWhatItUses() {
    Formula formula =
        Formulas.good("total >= l && lahir < period.end && in_list(\"agama\", nama) && l > 0.5");

    assertThat(formula.columns()).containsExactly("total", "l", "lahir", "nama");
    assertThat(formula.usesPeriod()).isTrue();
    assertThat(formula.codeLists()).containsExactly("agama");
    assertThat(formula.kind()).isEqualTo(ValueKind.BOOLEAN);
    assertThat(Formulas.good("l * 0.5").kind()).isEqualTo(ValueKind.DECIMAL);
    assertThat(Formulas.good("l").kind()).isEqualTo(ValueKind.INTEGER);
    assertThat(Formulas.good("l * 2").usesPeriod()).isFalse();
  }
}
