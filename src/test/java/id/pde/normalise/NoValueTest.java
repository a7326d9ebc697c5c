package id.pde.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.mapping.ColumnType;
import id.pde.model.Cell;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Words by which agencies say that there is no value; only the mapping says what they mean. */
class NoValueTest {

  private static final List<ColumnType> TYPES =
      List.of(
          new ColumnType.IntegerType(),
          new ColumnType.DecimalType(12, 2),
          new ColumnType.DateType(),
          new ColumnType.TimestampType(),
          new ColumnType.TimeType(),
          new ColumnType.BooleanType(),
          new ColumnType.PeriodType(),
          new ColumnType.PointType(),
          new ColumnType.NikType(),
          new ColumnType.TextType(),
          new ColumnType.CodeType("jk"));

  private static Sample number() {
    return Sample.of(new ColumnType.IntegerType()).mark(',');
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-",
        "--",
        "...",
        "n/a",
        "NA",
        "TAD",
        "NULL",
        "x",
        "belum",
        "belum lapor",
        "tidak ada data",
        "tidak tentu",
        "Nihil",
        "0.0",
        "#N/A"
      })
  void isNoValueInEveryTypeWhereItIsDeclared(String word) {
    for (ColumnType type : TYPES) {
      Sample sample = Sample.of(type).words(List.of(word), Map.of());
      assertThat(sample.read(word)).as("%s", type).isNull();
      assertThat(sample.read(" " + word.toUpperCase(Locale.ROOT) + "\u00A0"))
          .as("%s", type)
          .isNull();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-",
        "--",
        "...",
        "\u2026",
        "\u2013",
        "n/a",
        "NA",
        "TAD",
        "NULL",
        "x",
        "belum",
        "Belum Lapor",
        "tidak ada data",
        "tidak tentu"
      })
  void isAFindingOfANumberWhereItIsNot(String word) {
    assertThat(number().read(word)).isEqualTo("reject integer.invalid");
    assertThat(number().emptyInvalid().read(word)).isEqualTo("null warn integer.invalid");
    assertThat(Sample.issues(number().outcome(word)).get(0).fix().en()).contains("write no-value");
    Sample date = Sample.of(new ColumnType.DateType());
    assertThat(date.read(word)).isEqualTo("reject date.invalid");
    assertThat(Sample.issues(date.outcome(word)).get(0).fix().en()).contains("write no-value");
  }

  @Test
  void staysTextWhereTheMappingSaysNothing() {
    Sample text = Sample.of(new ColumnType.TextType());
    assertThat(text.read("-")).isEqualTo("-");
    assertThat(text.read("Nihil")).isEqualTo("Nihil");
    assertThat(text.read("#N/A")).isEqualTo("reject cell.error");
    assertThat(text.read("#DIV/0!")).isEqualTo("reject cell.error");
  }

  @Test
  void takesEveryDashAndEllipsisForTheDeclaredOne() {
    Sample sample = number().words(List.of("-", "..."), Map.of());
    for (String sign :
        List.of("\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "\u2212", "\u2026")) {
      assertThat(sample.read(sign)).as(sign).isNull();
    }
    assertThat(sample.read("- 5")).isEqualTo(-5L);
    assertThat(sample.read("\u22125")).isEqualTo(-5L);
    assertThat(sample.read("--")).isEqualTo("reject integer.invalid");
    assertThat(number().words(List.of("\u2013", "\u2026"), Map.of()).read("-")).isNull();
    assertThat(number().words(List.of("\u2026"), Map.of()).read("...")).isNull();
  }

  @Test
  void nihilIsZeroOrNothingAsDeclared() {
    assertThat(number().words(List.of("-"), Map.of("Nihil", "0")).read("NIHIL")).isEqualTo(0L);
    assertThat(number().words(List.of("-"), Map.of("Nihil", "0")).read("-")).isNull();
    assertThat(number().words(List.of("nihil"), Map.of()).read("Nihil")).isNull();
    assertThat(number().read("Nihil")).isEqualTo("reject integer.invalid");
    assertThat(Sample.issues(number().outcome("Nihil")).get(0).fix().en())
        .isEqualTo(
            "if Nihil means 0, write values: {Nihil: 0} at mappings/dkupp/harga.yaml:23:3; if it"
                + " means no value, write no-value");
  }

  @Test
  void emptyIsNotZero() {
    assertThat(number().read("")).isNull();
    assertThat(number().read("0")).isEqualTo(0L);
    assertThat(number().words(List.of("0"), Map.of()).read("0")).isNull();
    assertThat(number().words(List.of("0"), Map.of()).read("10")).isEqualTo(10L);
    assertThat(number().words(List.of("0"), Map.of()).sheet().read(new Cell.Numeric("0", null)))
        .isNull();
    assertThat(number().required().words(List.of("-"), Map.of()).read("-"))
        .isEqualTo("reject required.missing");
  }
}
