package id.pde.web.studio;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.web.studio.TextDiff.Kind;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TextDiffTest {

  private static String numbers(int to) {
    return IntStream.rangeClosed(1, to)
        .mapToObj(Integer::toString)
        .collect(Collectors.joining("\n"));
  }

  private static List<String> shown(String before, String after) {
    return TextDiff.of(before, after).stream()
        .map(line -> line.kind() + " " + line.number() + " " + line.text())
        .toList();
  }

  @Test
  void equalTextsHaveNoDifference() {
    assertThat(TextDiff.of("a\nb\n", "a\nb")).isEmpty();
  }

  @Test
  void showsAChangeWithAFewLinesAround() {
    assertThat(shown(numbers(9), numbers(9).replace("5", "five")))
        .containsExactly(
            "GAP 1 ",
            "SAME 2 2",
            "SAME 3 3",
            "SAME 4 4",
            "REMOVED 5 5",
            "ADDED 5 five",
            "SAME 6 6",
            "SAME 7 7",
            "SAME 8 8",
            "GAP 1 ");
  }

  @Test
  void findsWhatWasMovedIn() {
    assertThat(shown("a\nb\nc", "a\nx\nb\ny\nc"))
        .containsExactly("SAME 1 a", "ADDED 2 x", "SAME 3 b", "ADDED 4 y", "SAME 5 c");
  }

  @Test
  void aNewTextIsAddedAsAWhole() {
    assertThat(TextDiff.of("", "a\nb")).extracting("kind").containsOnly(Kind.ADDED);
  }

  @Test
  void hugeTextsAreToldAsAWhole() {
    String before =
        IntStream.range(0, 5000).mapToObj(i -> "a" + i).collect(Collectors.joining("\n"));
    String after =
        IntStream.range(0, 5000).mapToObj(i -> "b" + i).collect(Collectors.joining("\n"));

    assertThat(TextDiff.of(before, after)).hasSize(10_000);
  }
}
