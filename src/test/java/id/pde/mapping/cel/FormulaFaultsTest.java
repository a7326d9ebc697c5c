package id.pde.mapping.cel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people write who know SQL, spreadsheets or another language. */
class FormulaFaultsTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          l = 3                 | 2: "=" cannot be read here                          | write ==
          l > 3 and aktif       | 6: "and" cannot be read here                        | write &&
          l between 1 and 3     | 2: "between" cannot be read here                    | write X >= 1 && X <= 3
          nama like 'A%'        | 5: "like" cannot be read here                       | write X.startsWith("A")
          if(l > 3, 1, 2)       | 0: "if" cannot be read here                         | write X > 3 ? 1 : 2
          l > '3'               | 2: > cannot be used with a whole number and a text  | use values of one kind: date("2024-01-31"), decimal("1.50"), "text"
          pagu in [1, 2]        | 5: in cannot be used with a decimal and a list      | write a list of the kind of the value: X in [1.0, 2.5] for a decimal
          lahir + 1 > lahir     | 6: + cannot be used with a date and a whole number  | use add_days(X, 1), add_months(X, 1) or days_between(X, Y)
          lahir - lahir > 5     | 6: - cannot be used with a date and a date          | use add_days(X, 1), add_months(X, 1) or days_between(X, Y)
          lahir <= today()      | 14: "today" is not a known function                 | formulas see no clock, so that their results stay: use period.end
          lahir <= period       | 9: period is written with its part                  | write period.start, period.end, period.year or period.text
          mulai.getHours() > 3  | 14: getHours does not know the zone of this mapping | write year(X), month(X), day(X) or hour(X)
          nama.matches('(')     | 13: "(" is not a usable pattern                     | check its brackets; (?=...) and \\1 do not exist here
          nama.matches(nama)    | 13: matches(...) needs a written pattern            | write for example code.matches("^[0-9]+$")
          in_list('wilayh', '') | 8: there is no code list "wilayh"                   | did you mean "wilayah"?
          L > 3                 | 0: "L" is no column of this mapping                 | did you mean "l"?
          mulai - mulai         | 0: what comes of this formula is no value           | it has to be a text, a number, a date, a timestamp, or yes or no
          """)
  void sayWhereWhatAndHow(String text, String fault, String fix) {
    assertThat(Formulas.faults(text)).containsExactly(fault + " | " + fix);
  }
}
