package id.pde.run.erase;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.run.erase.TextErasure.Hits;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextErasureTest {

  private static final Pattern ONE = Pattern.compile("(?<![0-9])111(?![0-9])");

  @TempDir private Path folder;

  private byte[] erase(byte[] bytes, Map<Long, Long> records, Hits hits) throws IOException {
    Path from = Files.write(folder.resolve("from"), bytes);
    Path to = folder.resolve("to");
    Charset charset = Objects.requireNonNull(TextErasure.charset(from));
    new TextErasure(records, ONE, hits).write(from, to, charset);
    return Files.readAllBytes(to);
  }

  private String erase(String text, Map<Long, Long> records) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    return new String(erase(bytes, records, Hits.REPLACED), StandardCharsets.ISO_8859_1);
  }

  @Test
  void leavesAnEmptyLineAndAllOtherBytes() throws IOException {
    assertThat(erase("a;b\r\n111;x\r\n\u00e9;\u00ff\rz", Map.of(2L, 3L)))
        .isEqualTo("a;b\r\n\r\n\u00e9;\u00ff\rz");
  }

  @Test
  void takesAllLinesOfAQuotedRecord() throws IOException {
    assertThat(erase("a\n111;\"x\ny\nz\"\nb\n", Map.of(2L, 5L))).isEqualTo("a\n\n\n\nb\n");
  }

  @Test
  void aStrayQuoteTakesNoMoreThanItsRecord() throws IOException {
    assertThat(erase("a\n111;\"x\nb\nc\n", Map.of(2L, 3L))).isEqualTo("a\n\nb\nc\n");
  }

  @Test
  void namesInOtherLinesGo() throws IOException {
    assertThat(erase("a;diantar 111\nb;1112\n", Map.of()))
        .isEqualTo("a;diantar [DIHAPUS]\nb;1112\n");
  }

  @Test
  void linesThatNobodyReadsGoWhole() throws IOException {
    byte[] left = erase("x\n111;y\nz".getBytes(StandardCharsets.US_ASCII), Map.of(), Hits.BLANKED);
    assertThat(new String(left, StandardCharsets.US_ASCII)).isEqualTo("x\n\nz");
  }

  @Test
  void keepsUtf16AndItsMark() throws IOException {
    byte[] bytes = "\ufeffa\r\n111;b\r\nc\r\n".getBytes(StandardCharsets.UTF_16LE);
    assertThat(new String(erase(bytes, Map.of(2L, 3L), Hits.REPLACED), StandardCharsets.UTF_16LE))
        .isEqualTo("\ufeffa\r\n\r\nc\r\n");
  }

  @Test
  void aFileWithZeroBytesIsNoText() throws IOException {
    assertThat(TextErasure.charset(Files.write(folder.resolve("x"), new byte[] {65, 0, 66})))
        .isNull();
  }
}
