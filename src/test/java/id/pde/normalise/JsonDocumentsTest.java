package id.pde.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.mapping.ColumnType;
import id.pde.model.Cell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonDocumentsTest {

  private final Sample sample = Sample.of(new ColumnType.JsonType());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "null",
        "\"teks\"",
        "-0.5e-10",
        "[1, 2.50, -3E+5]",
        " { \"a\" : [ true , false , null ] } ",
        "{\"a\":{\"a\":1},\"b\":\"\\u00e9\\n\\\\ \\ud83d\\ude00\"}",
      })
  void keepsDocumentsAsTheyAre(String document) {
    assertThat(sample.read(document)).isEqualTo(document);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "teks",
        "{a: 1}",
        "{'a': 1}",
        "{\"a\" 1}",
        "{\"a\": 1,}",
        "[1,]",
        "[1",
        "01",
        "1.",
        ".5",
        "+1",
        "1e",
        "NaN",
        "\"a",
        "\"\t\"",
        "\"\\x\"",
        "\"\\u00g0\"",
        "{} {}",
        "tru",
      })
  void refusesWhatIsNoDocument(String text) {
    assertThat(sample.read(text)).isEqualTo("reject json.invalid");
  }

  @Test
  void refusesWhatPostgresCannotKeepWhole() {
    assertThat(sample.read("[\"\\u0000\"]")).isEqualTo("reject json.nul");
    assertThat(sample.read("[\"a\0b\"]")).isEqualTo("reject json.nul");
    assertThat(sample.read("[\"\\ud83d\"]")).isEqualTo("reject json.undecodable");
    assertThat(sample.read("{\"a\": 1, \"\\u0061\": 2}")).isEqualTo("reject json.twice");
    assertThat(sample.read("1e99999")).isEqualTo("reject json.number");
    assertThat(sample.read("1".repeat(1001))).isEqualTo("reject json.number");
    assertThat(sample.read("[".repeat(102) + "]".repeat(102))).isEqualTo("reject json.depth");
    assertThat(sample.read("[".repeat(100_000))).isEqualTo("reject json.depth");
  }

  @Test
  void readsCells() {
    assertThat(sample.read("  ")).isNull();
    assertThat(sample.read(new Cell.Numeric("12.50", null))).isEqualTo("12.50");
    assertThat(sample.read(new Cell.Logical(true))).isEqualTo("true");
  }
}
