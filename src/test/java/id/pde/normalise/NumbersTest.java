package id.pde.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.mapping.ColumnType;
import id.pde.model.Cell;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "0 | 0.00",
        "-0 | 0.00",
        "007 | 7.00",
        "1.234.567,50 | 1234567.50",
        "1.234.567,89 | 1234567.89",
        "1.234 | 1234.00",
        "12,5 | 12.50",
        "Rp 1.234.567,- | 1234567.00",
        "Rp1.234.567,00 | 1234567.00",
        "Rp. 5.000 | 5000.00",
        "rp.5.000,-- | 5000.00",
        "IDR 5.000 | 5000.00",
        "-Rp 1.234 | -1234.00",
        "Rp -1.234 | -1234.00",
        "(1.234) | -1234.00",
        "Rp (1.234,5) | -1234.50",
        "(Rp1.234) | -1234.00",
        "1.234- | -1234.00",
        "\u22121.234 | -1234.00",
        "\u20135 | -5.00",
        "- 5 | -5.00",
        "+12 | 12.00",
        "98,5% | 98.50",
        "98,5 % | 98.50",
        "-3% | -3.00",
        "1 234 567,5 | 1234567.50",
        "1\u00A0234\u00A0567,5 | 1234567.50",
        "1\u202F234,5 | 1234.50",
        "1'234'567 | 1234567.00",
        "'12,5 | 12.50",
        "\uFEFF12,5\u200B | 12.50",
        ",5 | 0.50",
        "12,50000 | 12.50",
        "1,5E+1 | 15.00",
        "5E-1 | 0.50",
        "999999999999999999999,00 | 999999999999999999999.00",
        "31.75 | 31.75 warn decimal.other-mark",
        "9,932.44 | 9932.44 warn decimal.other-mark",
        "1,234,567 | 1234567.00 warn decimal.other-mark",
        ".37 | 0.37 warn decimal.other-mark",
        "0.125 | reject decimal.other-mark, decimal.scale",
        "1.23.456 | reject decimal.invalid",
        "12.34,5 | reject decimal.invalid",
        "1234.567,5 | reject decimal.invalid",
        "1.234.56 | reject decimal.invalid",
        "12 34 | reject decimal.invalid",
        "1 234'567 | reject decimal.invalid",
        "5, | reject decimal.invalid",
        "12,5o | reject decimal.invalid",
        "1,2,3 | reject decimal.invalid",
        "--5 | reject decimal.invalid",
        "(5 | reject decimal.invalid",
        "-(5) | reject decimal.invalid",
        "5%% | reject decimal.invalid",
        "Rp | reject decimal.invalid",
        "Rp - | reject decimal.invalid",
        "- | reject decimal.invalid",
        "% | reject decimal.invalid",
        "NaN | reject decimal.invalid",
        "Infinity | reject decimal.invalid",
        "1e | reject decimal.invalid",
        "e5 | reject decimal.invalid",
        "1E+05 | reject decimal.exponent",
        "3,57404E+15 | reject decimal.exponent",
        "1E999999999 | reject decimal.invalid",
        "12,345 | reject decimal.scale",
        "#DIV/0! | reject cell.error",
        "####### | reject cell.error",
        "9999999999999999999999,00 | reject decimal.overflow",
      })
  void readsDecimalsUnderADeclaredComma(String raw, String expected) {
    assertThat(shown(Sample.decimal(23, 2).mark(',').read(raw))).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "1.234 | reject decimal.ambiguous",
        "1,234 | reject decimal.ambiguous",
        "-12.345 | reject decimal.ambiguous",
        "Rp 1.234 | reject decimal.ambiguous",
        "1.234,- | 1234.000",
        "1.234.567 | 1234567.000",
        "1.234,5 | 1234.500",
        "1,234.5 | 1234.500",
        "1.234,567 | 1234.567",
        "0.125 | 0.125",
        "0,125 | 0.125",
        "1234.567 | 1234.567",
        "12,5 | 12.500",
        "107.75 | 107.750",
        "94.23% | 94.230",
        "1234 | 1234.000",
        "1 234 | 1234.000",
        "1 234.567 | 1234.567",
        "1.000 | reject decimal.ambiguous",
      })
  void readsDecimalsWithoutADeclaredMark(String raw, String expected) {
    assertThat(shown(Sample.decimal(15, 3).read(raw))).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "12 | 12",
        "-12 | -12",
        "1.234.567 | 1234567",
        "12,0 | 12",
        "12.0 | 12 warn integer.other-mark",
        "12,5 | reject integer.fraction",
        "9223372036854775807 | 9223372036854775807",
        "-9223372036854775808 | -9223372036854775808",
        "9223372036854775808 | reject integer.overflow",
        "1E+05 | reject integer.exponent",
        "dua | 2",
        "buah | reject integer.invalid",
        "1.23 | reject integer.other-mark, integer.fraction",
      })
  void readsIntegers(String raw, String expected) {
    Sample sample = Sample.of(new ColumnType.IntegerType()).mark(',');
    assertThat(shown(sample.read(raw))).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "17 ribu | 17000.00",
        "36 Ribu | 36000.00",
        "17rb | 17000.00",
        "17 rb. | 17000.00",
        "1,2 juta | 1200000.00",
        "1,2jt | 1200000.00",
        "Rp 1,5 miliar | 1500000000.00",
        "Rp1,5 milyar | 1500000000.00",
        "Rp. 2 triliun | 2000000000000.00",
        "2,25 trilyun | 2250000000000.00",
        "Rp 3.621,3 triliun | 3621300000000000.00",
        "-1,5 juta | -1500000.00",
        "minus 1,5 juta | -1500000.00",
        "(1,5 juta) | -1500000.00",
        "700 ribu,- | 700000.00",
        "700 ribu rupiah | 700000.00",
        "5.000 rupiah | 5000.00",
        "98,5 persen | 98.50",
        "2 juta 500 ribu | 2500000.00",
        "2 juta lima ratus ribu | 2500000.00",
        "satu juta lima ratus ribu | 1500000.00",
        "Dua Juta Lima Ratus Ribu Rupiah | 2500000.00",
        "seribu | 1000.00",
        "sejuta | 1000000.00",
        "seratus sebelas | 111.00",
        "sepuluh | 10.00",
        "sembilan belas | 19.00",
        "dua puluh satu | 21.00",
        "duapuluh limaratus | reject decimal.invalid",
        "limaratus duapuluh tiga | 523.00",
        "dua puluh-tiga | 23.00",
        "nol | 0.00",
        "nol koma nol lima | 0.05",
        "dua koma lima juta | 2500000.00",
        "minus tujuh | -7.00",
        "setengah | 0.50",
        "setengah juta | 500000.00",
        "satu setengah juta | 1500000.00",
        "seratus dua puluh tiga miliar empat ratus lima puluh enam juta tujuh ratus delapan puluh"
            + " sembilan ribu dua belas | 123456789012.00",
        "1.5 juta | 1500000.00 warn decimal.other-mark",
        "Rp 36.667 ribu | reject decimal.ambiguous",
        "1.200 juta | reject decimal.ambiguous",
        "2-3 juta | reject decimal.invalid",
        "2 juta 500 | reject decimal.invalid",
        "1,5 juta 200 ribu | reject decimal.invalid",
        "500 ribu 2 juta | reject decimal.invalid",
        "2 juta 3 juta | reject decimal.invalid",
        "juta | reject decimal.invalid",
        "jutaan | reject decimal.invalid",
        "sekitar 5 juta | reject decimal.invalid",
        "5 juta orang | reject decimal.invalid",
        "belas ribu | reject decimal.invalid",
        "dua koma | reject decimal.invalid",
        "dua koma sebelas | reject decimal.invalid",
        "dua tiga | reject decimal.invalid",
        "lima nol | reject decimal.invalid",
        "1E5 juta | reject decimal.invalid",
        "11 orang | reject decimal.invalid",
      })
  void readsNumbersWithWords(String raw, String expected) {
    assertThat(shown(Sample.decimal(23, 2).mark(',').read(raw))).isEqualTo(expected);
  }

  @Test
  void doesNotGuessWhatAUnitMultiplies() {
    assertThat(shown(Sample.decimal(15, 2).read("1.500 juta")))
        .isEqualTo("reject decimal.ambiguous");
    assertThat(shown(Sample.decimal(15, 2).read("1,5 juta"))).isEqualTo("1500000.00");
    ColumnType integer = new ColumnType.IntegerType();
    assertThat(Sample.of(integer).mark(',').read("36 ribu")).isEqualTo(36000L);
    assertThat(Sample.of(integer).mark(',').read("2,5 ribu")).isEqualTo(2500L);
    assertThat(Sample.of(integer).mark(',').scale("1000").read("17 ribu"))
        .isEqualTo("reject integer.ambiguous");
    assertThat(Sample.of(integer).mark(',').scale("1000").read("tujuh belas")).isEqualTo(17000L);
  }

  @Test
  void doesNotDecideAnIntegerWithTwoReadings() {
    Sample sample = Sample.of(new ColumnType.IntegerType());
    assertThat(sample.read("1.234")).isEqualTo("reject integer.ambiguous");
    assertThat(sample.read("1,234")).isEqualTo("reject integer.ambiguous");
    assertThat(sample.read("1.234.567")).isEqualTo(1234567L);
    assertThat(sample.read("1234")).isEqualTo(1234L);
  }

  @Test
  void roundsOnlyWhereTheMappingSaysSo() {
    assertThat(shown(Sample.decimal(5, 1).mark(',').rounding().read("2,25"))).isEqualTo("2.3");
    assertThat(shown(Sample.decimal(5, 1).mark(',').rounding().read("-2,25"))).isEqualTo("-2.3");
    assertThat(shown(Sample.decimal(5, 1).mark(',').rounding().read("9999,95")))
        .isEqualTo("reject decimal.overflow");
    assertThat(Sample.of(new ColumnType.IntegerType()).mark(',').rounding().read("12,5"))
        .isEqualTo(13L);
  }

  @Test
  void multipliesByTheScale() {
    assertThat(shown(Sample.decimal(12, 2).mark(',').scale("1000").read("1,5")))
        .isEqualTo("1500.00");
    assertThat(Sample.of(new ColumnType.IntegerType()).mark(',').scale("1000000").read("1,25"))
        .isEqualTo(1250000L);
  }

  @Test
  void givesDeclaredWordsTheirValueBeforeReading() {
    Sample sample =
        Sample.decimal(12, 2)
            .mark(',')
            .scale("1000")
            .words(List.of("-", "0"), Map.of("Nihil", "0", "Setengah", "0.5"));
    assertThat(sample.read(" - ")).isNull();
    assertThat(sample.read("0")).isNull();
    assertThat(sample.read(new Cell.Numeric("0", null))).isNull();
    assertThat(shown(sample.read("NIHIL"))).isEqualTo("0.00");
    assertThat(shown(sample.read("setengah"))).isEqualTo("0.50");
    assertThat(shown(sample.read("2"))).isEqualTo("2000.00");
  }

  @Test
  void readsErrorsThatAreDeclaredAsNoValue() {
    Sample sample = Sample.decimal(12, 2).words(List.of("#N/A"), Map.of());
    assertThat(sample.read("#N/A")).isNull();
    assertThat(sample.read(new Cell.Failure("#N/A"))).isNull();
    assertThat(sample.read(new Cell.Failure("#REF!"))).isEqualTo("reject cell.error");
  }

  @Test
  void readsNumberCellsAsExcelShowsThem() {
    Sample sample = Sample.decimal(12, 2).mark(',').sheet();
    assertThat(shown(sample.read(new Cell.Numeric("1.234", null))))
        .isEqualTo("reject decimal.scale");
    assertThat(shown(sample.read(new Cell.Numeric("1234.5", null)))).isEqualTo("1234.50");
    assertThat(shown(sample.read(new Cell.Numeric("0.30000000000000004", null)))).isEqualTo("0.30");
    assertThat(shown(sample.read(new Cell.Numeric("0.985", "0.0%")))).isEqualTo("98.50");
    assertThat(shown(sample.read(new Cell.Numeric("98.5", "0.0\"%\"")))).isEqualTo("98.50");
    assertThat(shown(sample.read(Cell.UNCALCULATED))).isEqualTo("reject cell.uncalculated");
    assertThat(shown(sample.read(new Cell.Logical(true)))).isEqualTo("reject decimal.invalid");
    assertThat(sample.read(Cell.BLANK)).isNull();
  }

  @Test
  void keepsLongNumbersExact() {
    Cell cell = new Cell.Numeric("3574010107900012", null);
    ColumnType integer = new ColumnType.IntegerType();
    assertThat(Sample.of(integer).sheet().read(new Cell.Numeric("12", null))).isEqualTo(12L);
    assertThat(Sample.of(integer).query().read(cell)).isEqualTo(3574010107900012L);
    assertThat(Sample.of(integer).sheet().read(cell))
        .isEqualTo("3574010107900012 warn integer.number-cell");
  }

  private static String shown(@Nullable Object value) {
    return value instanceof BigDecimal number ? number.toPlainString() : String.valueOf(value);
  }
}
