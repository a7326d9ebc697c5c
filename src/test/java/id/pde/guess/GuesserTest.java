package id.pde.guess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pde.codes.CodeLists;
import id.pde.mapping.Mapping.MappingText;
import id.pde.mapping.MappingReader;
import id.pde.mapping.Vocabulary;
import id.pde.model.Language;
import id.pde.run.MappingFiles;
import id.pde.run.SourceUnreadable;
import id.pde.source.Readers;
import id.pde.source.codes.CodeListCsv;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Small deliveries with what is proposed for them, and the deliveries of the demonstration. Golden
 * files are renewed by {@code -Dgolden.update}.
 */
class GuesserTest {

  private static final Path GOLDEN = Path.of("src/test/resources/golden/guess");
  private static final Path DEMO = Path.of("src/main/demo");
  private static final CodeLists CODES =
      new MappingFiles(Path.of("mappings"), new CodeListCsv()).read().codes();

  static List<Path> cases() throws IOException {
    try (Stream<Path> folders = Files.list(GOLDEN)) {
      return folders.sorted().toList();
    }
  }

  static List<Path> deliveries() throws IOException {
    try (Stream<Path> files = Files.walk(DEMO)) {
      return files
          .filter(file -> file.toString().matches(".*\\.(csv|txt|xlsx|xls|ods|json)"))
          .filter(file -> !file.startsWith(DEMO.resolve("rusak")))
          .filter(GuesserTest::isRead)
          .sorted()
          .toList();
    }
  }

  /** Some formats are refused by name. */
  private static boolean isRead(Path file) {
    try {
      return !new Readers().sheets(file).isEmpty();
    } catch (SourceUnreadable refused) {
      return false;
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void proposesWithTheEvidence(Path folder) throws IOException {
    Path golden = folder.resolve("proposal.yaml");
    String proposal = guess(source(folder), Language.ID);
    if (System.getProperty("golden.update") != null) {
      Files.writeString(golden, proposal);
    }

    assertThat(proposal).isEqualTo(Files.readString(golden));
  }

  @ParameterizedTest
  @MethodSource("deliveries")
  void proposesWhatCheckAcceptsAndAPlanCanRun(Path file) {
    String proposal = guess(file, Language.EN);

    assertThat(faults(proposal)).isEmpty();
    assertThat(proposal).containsPattern("# With this proposal: [1-9]\\d* rows loaded, ");
    assertThat(rejectedShare(proposal) < 0.05 || proposal.contains("tolerance: {rejects: "))
        .isTrue();
  }

  @Test
  void refusesWhatCannotBeReadAsEveryCommandDoes() {
    Path file = DEMO.resolve("rusak/Data Penduduk (biner).xls");

    assertThatThrownBy(() -> guess(file, Language.ID)).isInstanceOf(SourceUnreadable.class);
  }

  @Test
  void showsNoValueOfAPersonInTheEvidence() throws IOException {
    String proposal = guess(source(GOLDEN.resolve("warga")), Language.EN);

    assertThat(proposal)
        .doesNotContain("Orang Contoh")
        .doesNotContain("3574")
        .doesNotContain("0812");
  }

  private static Path source(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("source."))
          .findFirst()
          .orElseThrow();
    }
  }

  private static String guess(Path file, Language language) {
    Readers readers = new Readers();
    return new Guesser(readers, readers, CODES, Set.of()).guess(file, null, language);
  }

  private static List<String> faults(String proposal) {
    MappingText text = new MappingText("mappings/dkupp/x.yaml", proposal, "0".repeat(64));
    Vocabulary vocabulary = new Vocabulary(CODES.lists().keySet(), Set.of("dkupp"));
    return MappingReader.read(text, vocabulary).faults().stream()
        .map(fault -> fault.location().shown() + " " + fault.message().en())
        .toList();
  }

  private static double rejectedShare(String proposal) {
    String line =
        proposal.lines().filter(one -> one.contains("rows loaded")).findFirst().orElseThrow();
    String[] numbers = line.replaceAll("\\D+", " ").strip().split(" ", -1);
    double loaded = Double.parseDouble(numbers[0]);
    double rejected = Double.parseDouble(numbers[1]);
    return rejected / (loaded + rejected);
  }
}
