package id.pde.run.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pde.run.studio.Samples.Coming;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SamplesTest {

  @TempDir private Path folder;

  private Instant now = Instant.parse("2026-11-29T10:00:00Z");
  private Samples samples;

  @BeforeEach
  void open() {
    samples = new Samples(folder.resolve("studio"), () -> now);
  }

  private Sample keep(String who, String name) {
    byte[] bytes = "a;b\n1;2\n".getBytes(StandardCharsets.UTF_8);
    return samples.keep(
        new Coming(who, name, "dinsos/usulan", "ab12"), new ByteArrayInputStream(bytes));
  }

  @Test
  void keepsABytesAsTheyAreInAFolderOfItsOwn() throws IOException {
    Sample sample = keep("ana", "../../Usulan \u00E9.csv");

    assertThat(sample.name()).isEqualTo("Usulan \u00E9.csv");
    assertThat(sample.file()).hasContent("a;b\n1;2\n").startsWith(folder.resolve("studio"));
    assertThat(samples.find("ana", sample.id())).contains(sample);
    assertThat(
            PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("studio"))))
        .isEqualTo("rwx------");
  }

  @Test
  void whatBelongsToOthersIsNotThere() {
    Sample sample = keep("ana", "a.csv");

    assertThat(samples.find("budi", sample.id())).isEmpty();
    assertThat(samples.of("budi")).isEmpty();
    assertThat(samples.of("ana")).containsExactly(sample);
  }

  @Test
  void aDraftStaysWithItsSample() {
    Sample sample = keep("ana", "draft.yaml");
    assertThat(samples.draft(sample)).isEmpty();

    samples.draft(sample, "title: x\n");
    samples.draft(sample, "title: y\n");

    assertThat(samples.draft(sample)).contains("title: y\n");
    assertThat(sample.file()).hasContent("a;b\n1;2\n");
    assertThat(samples.rebased(sample, "cd34").base()).isEqualTo("cd34");
    assertThat(samples.find("ana", sample.id()).orElseThrow().base()).isEqualTo("cd34");
  }

  @Test
  void isThrownAwayByAButtonAndAfterADay() throws IOException {
    Sample first = keep("ana", "a.csv");
    samples.remove(first);
    assertThat(first.file()).doesNotExist();

    Sample second = keep("ana", "b.csv");
    now = now.plus(Duration.ofHours(23));
    assertThat(samples.of("ana")).containsExactly(second);
    now = now.plus(Duration.ofHours(2));
    assertThat(samples.of("budi")).isEmpty();

    try (Stream<Path> left = Files.list(folder.resolve("studio"))) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void aBrokenStreamLeavesNothing() throws IOException {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("cut");
          }

          @Override
          public int read(byte[] into, int from, int length) throws IOException {
            throw new IOException("cut");
          }
        };

    assertThatThrownBy(() -> samples.keep(new Coming("ana", "a.csv", "dinsos/usulan", ""), broken))
        .isInstanceOf(UncheckedIOException.class);
    try (Stream<Path> left = Files.list(folder.resolve("studio"))) {
      assertThat(left).isEmpty();
    }
  }
}
