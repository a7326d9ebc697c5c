package id.pde.run;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.model.Counts;
import id.pde.model.Text;
import id.pde.run.Warehouse.Intent;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RunSentenceTest {

  @Test
  void aSentenceEndsWhereTheCommandBegins() {
    Text told =
        RunSentence.withoutCommand(
            new Text(
                "Kiriman ditolak, tidak ada yang dimuat: isi; salah; perbaiki lalu kirim lagi"
                    + " (rincian: `pde run 8`).",
                "Waiting for somebody other than ana, nothing was loaded yet: a; b (c);"
                    + " `pde approve 3` or `pde decline 3`."));

    assertThat(told.id())
        .isEqualTo("Kiriman ditolak, tidak ada yang dimuat: isi; salah; perbaiki lalu kirim lagi.");
    assertThat(told.en())
        .isEqualTo("Waiting for somebody other than ana, nothing was loaded yet: a; b (c).");
  }

  private static Stream<Text> sentences() {
    Text reason = new Text("isinya (5) salah; ulangi.", "it is wrong (5); repeat.");
    Counts counts = new Counts(1_000, 900, 90, 10, 900, 0, 0, 3, 0);
    return Stream.of(Intent.values())
        .map(intent -> new RunMessages(1_234, Samples.merge(), intent))
        .flatMap(
            said ->
                Stream.of(
                    said.loaded(counts),
                    said.loaded(Counts.NONE),
                    said.refused(reason),
                    said.failed(reason),
                    said.sourceAway(reason),
                    said.held(List.of(reason, reason), "ana"),
                    said.waitsAlready(12),
                    said.approved(said.loaded(counts), "budi"),
                    said.duplicate(3, RunMessages.SameMapping.YES),
                    said.duplicate(3, RunMessages.SameMapping.NO)));
  }

  @ParameterizedTest
  @MethodSource("sentences")
  void noSentenceOfARunKeepsACommand(Text sentence) {
    Text told = RunSentence.withoutCommand(sentence);
    assertThat(told.id()).doesNotContain("`").endsWith(".").hasSizeGreaterThan(40);
    assertThat(told.en()).doesNotContain("`").endsWith(".").hasSizeGreaterThan(40);
    assertThat(sentence.id()).startsWith(told.id().replaceFirst("\\.$", ""));
    assertThat(sentence.en()).startsWith(told.en().replaceFirst("\\.$", ""));
  }

  @Test
  void nothingElseIsTakenAway() {
    Text other = new Text("Disetujui budi. Dimuat; `pde` ada.", "Rows; nothing (at all).");
    assertThat(RunSentence.withoutCommand(other)).isEqualTo(other);
  }
}
