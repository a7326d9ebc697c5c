package id.pde.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.mapping.MappingReader.Checked;
import id.pde.model.Issue;
import id.pde.model.Location.FilePlace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a file holds, reading it ends with a mapping or with faults at places of the file. */
class MappingReaderProperties {

  private static final int CHANGED_FILES = 120;

  private static final String[] SNIPPETS = {
    ":",
    ": ",
    "{",
    "}",
    "[",
    "]",
    "- ",
    "\n",
    "\t",
    "'",
    "\"",
    "#",
    "&a ",
    "*a",
    "!!int ",
    "|\n",
    ">\n",
    "? ",
    "---\n",
    "%",
    "@",
    "`",
    "\\",
    "\0",
    "\uFEFF",
    "\uD83D",
    "\u2028",
    "null",
    "~",
    "012",
    "no",
    "type: nik",
    "from: ",
    "decimal(",
    "code(",
    ",",
    "/(/",
    "9999999999",
    "",
    "é",
    "<<"
  };

  static LongStream seeds() {
    return LongStream.range(0, 8);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void neverThrows(long seed) throws IOException {
    RandomGenerator random = new SplittableRandom(seed);
    List<String> seedFiles = mappings();
    for (int i = 0; i < CHANGED_FILES; i++) {
      String content = seedFiles.get(random.nextInt(seedFiles.size()));
      int changes = 1 + random.nextInt(6);
      for (int change = 0; change < changes; change++) {
        content = changed(content, random);
      }
      assertWhole(content);
    }
  }

  private static void assertWhole(String content) {
    Checked checked = Mappings.read("mappings/dkupp/harga.yaml", content);
    long lines = content.split("\r\n|[\r\n\u2028\u2029\u0085]", -1).length;
    assertThat(checked.mapping() == null).isEqualTo(!checked.faults().isEmpty());
    assertThat(checked.faults()).hasSizeLessThanOrEqualTo(101);
    for (Issue fault : checked.faults()) {
      FilePlace place = (FilePlace) fault.location();
      assertThat(place.line()).as(fault + "\n" + content).isBetween(1, (int) lines);
      assertThat(place.column()).isPositive();
      assertThat(fault.message().id()).isNotBlank();
      assertThat(fault.message().en()).isNotBlank();
      assertThat(fault.fix().id()).isNotBlank();
      assertThat(fault.fix().en()).isNotBlank();
    }
  }

  private static String changed(String content, RandomGenerator random) {
    if (content.isEmpty()) {
      return SNIPPETS[random.nextInt(SNIPPETS.length)];
    }
    int from = random.nextInt(content.length());
    int to = Math.min(content.length(), from + random.nextInt(12));
    String snippet = SNIPPETS[random.nextInt(SNIPPETS.length)];
    return switch (random.nextInt(4)) {
      case 0 -> content.substring(0, from) + snippet + content.substring(from);
      case 1 -> content.substring(0, from) + snippet + content.substring(to);
      case 2 -> content.substring(0, from) + content.substring(to);
      default -> content.substring(0, to) + content.substring(from);
    };
  }

  private static List<String> mappings() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("mappings"))) {
      return files
          .filter(file -> file.toString().endsWith(".yaml"))
          .sorted()
          .map(MappingReaderProperties::text)
          .toList();
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
