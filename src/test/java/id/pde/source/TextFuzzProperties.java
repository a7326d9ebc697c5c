package id.pde.source;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.mapping.Mapping;
import id.pde.mapping.SourceSpec.TextForm;
import id.pde.run.RunStopped;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is broken in a text of any charset and form: it is read, or refused in words. */
class TextFuzzProperties {

  private static final String TEXT =
      "NIK;Nama;Kota\r\n1;\"Ani \"\"A\"\"\";x é–\n2;'B\n C';\"y\\\"\"\r3;\"a;b\";z\n";

  @TempDir Path folder = Path.of("");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "utf-8",
        "windows-1252",
        "windows-1251",
        "utf-16le",
        "utf-16be",
        "utf-32le",
        "gb18030",
        "shift_jis",
        "big5",
        "ibm437"
      })
  void aMutatedTextIsReadOrRefused(String charset) {
    byte[] original = ("\uFEFF" + TEXT.repeat(4)).getBytes(Charset.forName(charset));
    List<Mapping> mappings =
        Stream.of(
                form(List.of(), Optional.empty(), List.of()),
                form(List.of(charset), Optional.empty(), List.of()),
                form(List.of(charset), Optional.of('\\'), List.of()),
                form(List.of("utf-8", "us-ascii", "windows-1252"), Optional.empty(), List.of()),
                form(List.of(charset), Optional.empty(), List.of(4, 5, 4)))
            .map(form -> Mappings.of(Mappings.SOURCE.with(form), "NIK", "Nama"))
            .toList();
    SplittableRandom random = new SplittableRandom(charset.hashCode());
    for (int round = 0; round < 60; round++) {
      byte[] bytes = original.clone();
      for (int i = random.nextInt(6); i >= 0; i--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      TextDelivery delivery = TextDelivery.of(folder, bytes);
      for (Mapping mapping : mappings) {
        attempt(() -> delivery.seen(mapping), charset, round);
      }
      attempt(delivery::raw, charset, round);
    }
  }

  private static TextForm form(
      List<String> charsets, Optional<Character> escape, List<Integer> widths) {
    return new TextForm(charsets, Optional.empty(), Optional.of('"'), escape, widths);
  }

  private static void attempt(Runnable reading, String charset, int round) {
    try {
      reading.run();
    } catch (RunStopped refused) {
      // "Damaged" would mean that a reader threw what nobody foresaw.
      assertThat(refused.issue().code())
          .as("%s, round %d", charset, round)
          .isNotIn("", "file.damaged");
    }
  }
}
