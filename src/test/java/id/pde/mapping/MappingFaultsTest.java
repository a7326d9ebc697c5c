package id.pde.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.model.Issue;
import id.pde.model.Location.FilePlace;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A table of bad mappings with everything that is said about them: {@code golden/mapping-faults}.
 * Renewed by {@code -Dgolden.update}; a difference is a change that people see.
 */
class MappingFaultsTest {

  private static final String TABLE = "golden/mapping-faults/faults.txt";

  /** One bad mapping and what is said about it. */
  record Sample(String title, String content, String faults) {
    @Override
    public String toString() {
      return title;
    }
  }

  static List<Sample> samples() {
    List<Sample> samples = new ArrayList<>();
    for (String part : text().split("(?m)^== ", -1)) {
      if (!part.isBlank()) {
        int head = part.indexOf('\n');
        int end = part.indexOf("\n--\n", head) + 1;
        samples.add(
            new Sample(
                part.substring(0, head), part.substring(head + 1, end), part.substring(end + 3)));
      }
    }
    return samples;
  }

  @ParameterizedTest
  @MethodSource("samples")
  void saysEverythingThatIsWrong(Sample sample) {
    if (System.getProperty("golden.update") == null) {
      assertThat(faults(sample.content())).isEqualTo(sample.faults());
    }
  }

  @Test
  void renewsTheTableOnDemand() throws IOException {
    if (System.getProperty("golden.update") == null) {
      return;
    }
    StringBuilder table = new StringBuilder();
    for (Sample sample : samples()) {
      table.append("== ").append(sample.title()).append('\n').append(sample.content());
      table.append("--\n").append(faults(sample.content()));
    }
    Files.writeString(Path.of("src/test/resources", TABLE), table.toString());
  }

  private static String faults(String content) {
    StringBuilder said = new StringBuilder();
    for (Issue fault : Mappings.read("mappings/dkupp/harga.yaml", content).faults()) {
      FilePlace place = (FilePlace) fault.location();
      said.append(place.line()).append(':').append(place.column());
      said.append(' ').append(fault.code()).append(" [").append(fault.rule()).append("]\n");
      said.append("  ").append(fault.message().id()).append("\n    ").append(fault.fix().id());
      said.append("\n  ").append(fault.message().en()).append("\n    ").append(fault.fix().en());
      said.append('\n');
    }
    return said.toString();
  }

  private static String text() {
    try (InputStream in = MappingFaultsTest.class.getClassLoader().getResourceAsStream(TABLE)) {
      if (in == null) {
        throw new AssertionError(TABLE + " is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
