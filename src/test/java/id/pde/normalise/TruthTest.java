package id.pde.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.mapping.ColumnType;
import id.pde.model.Cell;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Words and ticks for yes and no. */
class TruthTest {

  private static Sample truth() {
    return Sample.of(new ColumnType.BooleanType());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ya",
        "YA",
        "y",
        "Y",
        "iya",
        "yes",
        "Ada",
        "ADA",
        "Sudah",
        "sdh",
        "1",
        "true",
        "benar",
        "betul",
        "v",
        "V",
        "\u2713",
        "\u2714",
        "\u2714\uFE0F",
        "\u2705",
        "\u2611",
        "\u221A",
        "\u00FC",
        "\u00DC",
        "\uF0FC",
        "\uF0FE",
        " ya ",
        "\u00A0v\u00A0",
        "ya\u200B",
        "Ya\n"
      })
  void knowsYes(String word) {
    assertThat(truth().read(word)).isEqualTo(true);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Tidak",
        "TIDAK",
        "tdk",
        "T",
        "t",
        "no",
        "N",
        "Tidak Ada",
        "tidak\u00A0ada",
        "TDK ADA",
        "tidak\nada",
        "Belum",
        "blm",
        "0",
        "false",
        "salah"
      })
  void knowsNo(String word) {
    assertThat(truth().read(word)).isEqualTo(false);
  }

  /** A dash or a cross is yes in some forms and no in others. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "-",
        "\u2013",
        "x",
        "X",
        "\u2717",
        "\u2610",
        "Lunas",
        "Belum Lunas",
        "proses",
        "2",
        "10",
        "ya/tidak",
        "ya, sebagian",
        "mungkin",
        "...",
        "P",
        "Nihil"
      })
  void asksWhatOtherWordsMean(String word) {
    assertThat(truth().read(word)).isEqualTo("reject boolean.invalid");
    assertThat(truth().emptyInvalid().read(word)).isEqualTo("null warn boolean.invalid");
  }

  @Test
  void takesTheDeclaredWordsOfTheSamples() {
    Sample ticks = truth().when(List.of("v", "\u221A", "ya", "1", "\u00FC"), List.of("-"));
    for (String yes : List.of("v", "V", "\u221A", "ya", "Ya", "1", "\u00FC")) {
      assertThat(ticks.read(yes)).as(yes).isEqualTo(true);
    }
    for (String no : List.of("-", " - ", "\u2013", "\u2014", "\u2212")) {
      assertThat(ticks.read(no)).as(no).isEqualTo(false);
    }
    assertThat(ticks.read("\u00A0")).isNull();
    assertThat(ticks.read("ada")).isEqualTo("reject boolean.invalid");

    Sample paid = truth().when(List.of("LUNAS"), List.of("BELUM", "-"));
    assertThat(paid.read("Lunas")).isEqualTo(true);
    assertThat(paid.read("belum")).isEqualTo(false);
    assertThat(paid.read("Belum Lunas")).isEqualTo("reject boolean.invalid");

    Sample crosses = truth().when(List.of("x"), List.of("\u2610"));
    assertThat(crosses.read("X")).isEqualTo(true);
    assertThat(crosses.read("\u2610\uFE0E")).isEqualTo(false);
  }

  @Test
  void declaredWordsComeBeforeTheKnownOnesOfTheOtherSide() {
    assertThat(truth().when(List.of("belum"), List.of()).read("Belum")).isEqualTo(true);
    assertThat(truth().when(List.of("belum"), List.of()).read("tidak")).isEqualTo(false);
    assertThat(truth().when(List.of(), List.of("ada")).read("ADA")).isEqualTo(false);
    assertThat(truth().when(List.of(), List.of("ada")).read("ya")).isEqualTo(true);
  }

  @Test
  void declaredNoValueIsNeitherYesNorNo() {
    Sample sample = truth().words(List.of("-", "proses"), Map.of());
    assertThat(sample.read("\u2014")).isNull();
    assertThat(sample.read("PROSES")).isNull();
    assertThat(sample.read("ya")).isEqualTo(true);
    assertThat(truth().words(List.of(), Map.of("Nihil", "false")).read("nihil")).isEqualTo(false);
  }

  @Test
  void readsCells() {
    Sample sample = truth().sheet();
    assertThat(sample.read(new Cell.Logical(true))).isEqualTo(true);
    assertThat(sample.read(new Cell.Numeric("0", null))).isEqualTo(false);
    assertThat(sample.read(new Cell.Numeric("1.0", null))).isEqualTo(true);
    assertThat(sample.read(new Cell.Numeric("0.5", null))).isEqualTo("reject boolean.invalid");
    assertThat(sample.read(new Cell.Failure("#REF!"))).isEqualTo("reject cell.error");
  }
}
