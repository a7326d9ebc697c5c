package id.pde.run.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What is written is what a reader of YAML finds. */
class YamlTextTest {

  private static Object read(Node node) {
    return new Load(LoadSettings.builder().build()).loadFromString(YamlText.of(node));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "harga",
        "no",
        "Yes",
        "null",
        "~",
        "1",
        "1.5",
        "0x1f",
        "2024-03-31",
        "12:30:00",
        "a: b",
        "a #b",
        "# a",
        "- a",
        "? a",
        "[a]",
        "{a: b}",
        "&a",
        "*a",
        "!a",
        "|",
        ">",
        "%a",
        "@a",
        "`a",
        "'a'",
        "\"a\"",
        "a\\b",
        "a\nb",
        "a\tb",
        " a ",
        "a  b",
        "Rp. 5 (lima)",
        "é ü 漢 😀",
        "\u0000\u0007\u007f\u0085\u2028\ufeff",
        "trailing:",
        "---",
        "..."
      })
  void textsStayTexts(String text) {
    Node node =
        Fields.begin()
            .text("satu", text)
            .items("daftar", List.of(new Node.Word(text)))
            .text(text.isEmpty() ? "kosong" : text, "x")
            .made();
    assertThat(read(node))
        .isEqualTo(
            Map.of("satu", text, "daftar", List.of(text), text.isEmpty() ? "kosong" : text, "x"));
  }

  @Test
  void shapesStayShapes() {
    Node inner =
        Fields.begin().whole("n", -7L).flag("f", true).node("z", new Node.Nothing()).made();
    Node node =
        Fields.begin()
            .node("a", inner)
            .node("b", new Node.Items(List.of(inner, new Node.Items(List.of(inner, inner)))))
            .node("c", new Node.Items(List.of()))
            .node("d", Fields.begin().made())
            .made();
    Map<String, Object> read = new HashMap<>();
    read.put("n", -7);
    read.put("f", true);
    read.put("z", null);
    assertThat(read(node))
        .isEqualTo(
            Map.of(
                "a", read, "b", List.of(read, List.of(read, read)), "c", List.of(), "d", Map.of()));
  }
}
