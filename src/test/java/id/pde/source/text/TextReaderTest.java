package id.pde.source.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However much room a reader gives, it sees the same signs and the same offsets. */
final class TextReaderTest {

  private static final int BUFFER = 1 << 16;

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "windows-1252", "ISO-8859-1", "UTF-16LE"})
  void readsTheSameSignsWhateverRoomThereIs(String name) throws IOException {
    Charset charset = Charset.forName(name);
    SplittableRandom random = new SplittableRandom(3);
    StringBuilder text = new StringBuilder();
    while (text.length() < 5 * BUFFER) {
      text.append("x".repeat(random.nextInt(400))).append("\u00E9\r\n");
      text.append(charset.name().startsWith("UTF") ? "\uD83C\uDF3E" : "\u00F1");
    }
    byte[] bytes = text.toString().getBytes(charset);

    for (int step : new int[] {1, 63, 1000, 100_000}) {
      try (TextReader reader = reader(bytes, charset)) {
        assertThat(all(reader, step)).isEqualTo(text.toString());
        assertThat(reader.suspicious()).isFalse();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 7, 64, 65, 1000, BUFFER - 1, BUFFER, BUFFER + 1})
  void seesTheZeroByteWhereverItStands(int before) throws IOException {
    String text = "x".repeat(before) + "\0" + "y".repeat(200);
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);

    try (TextReader reader = reader(bytes, StandardCharsets.UTF_8)) {
      assertThat(all(reader, 512)).isEqualTo(text);
      assertThat(reader.suspicious()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 63, 64, 500, BUFFER - 2, BUFFER - 1, BUFFER})
  void tellsTheOffsetsOfUndecodableBytes(int before) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    StringBuilder expected = new StringBuilder();
    List<Long> offsets = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      bytes.writeBytes("x".repeat(before).getBytes(StandardCharsets.UTF_8));
      offsets.add((long) bytes.size());
      // The beginning of a sign of three bytes, cut off; at the end of the file, too.
      bytes.write(0xE2);
      bytes.write(0x82);
      expected.append("x".repeat(before)).append(Signs.MARK);
    }

    try (TextReader reader = reader(bytes.toByteArray(), StandardCharsets.UTF_8)) {
      assertThat(all(reader, 4096)).isEqualTo(expected.toString());
      assertThat(reader.suspicious()).isTrue();
      assertThat(List.of(reader.nextOffset(), reader.nextOffset(), reader.nextOffset()))
          .isEqualTo(offsets);
      assertThat(reader.nextOffset()).isEqualTo(-1);
    }
  }

  private static TextReader reader(byte[] bytes, Charset charset) throws IOException {
    Encoding encoding = Encoding.of(charset, 0);
    return new TextReader(new ByteArrayInputStream(bytes), encoding, bytes.length);
  }

  private static String all(TextReader reader, int step) throws IOException {
    StringBuilder text = new StringBuilder();
    char[] signs = new char[step];
    for (int count = reader.read(signs); count >= 0; count = reader.read(signs)) {
      text.append(signs, 0, count);
    }
    return text.toString();
  }
}
