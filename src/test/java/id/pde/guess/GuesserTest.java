package id.pde.guess;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pde.codes.CodeLists;
import id.pde.guess.Guesser.Wish;
import id.pde.mapping.Mapping.MappingText;
import id.pde.mapping.MappingReader;
import id.pde.mapping.Vocabulary;
import id.pde.model.Language;
import id.pde.run.MappingFiles;
import id.pde.run.SourceUnreadable;
import id.pde.source.Readers;
import id.pde.source.codes.CodeListCsv;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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

  @TempDir private Path folder;

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
  void refusesMoreHeadingsThanATableHolds() throws IOException {
    String headings =
        IntStream.rangeClosed(1, 1_601).mapToObj("kolom %d"::formatted).collect(joining(";"));
    assertThatThrownBy(() -> guessText(headings + "\n" + "a;".repeat(1_600) + "a\n"))
        .isInstanceOf(SourceUnreadable.class)
        .hasMessage(
            "guess.headings: This row of headings has 1,601 columns and 14,903 letters; a proposal"
                + " holds at most 1,600 columns and 200,000 letters.");
  }

  @Test
  void refusesHeadingsOfWholeBooks() {
    assertThatThrownBy(() -> guessText("Nama;" + "a".repeat(300_000) + "\nWarga;1\nWarga;2\n"))
        .isInstanceOf(SourceUnreadable.class)
        .hasMessageContaining("2 columns and 300,004 letters");
  }

  @Test
  void measuresNumbersThatFitNoLong() throws IOException {
    assertThat(
            guessText(
                "Kode;Luas;Saldo\na;0,125;123456789012345678901234,5\nb;12,5;-1\nc;7,0005;0\n"))
        .contains("luas: {from: Luas, type: \"decimal(")
        .contains("saldo: {from: Saldo, type: \"decimal(");
  }

  @Test
  void showsNoValueOfAPersonInTheEvidence() throws IOException {
    String proposal = guess(source(GOLDEN.resolve("warga")), Language.EN);

    assertThat(proposal)
        .doesNotContain("Orang Contoh")
        .doesNotContain("3574")
        .doesNotContain("0812");
  }

  @Test
  void takesTheLayoutThatSomebodyChose() {
    Wish row = new Wish("SD-MI", Map.of("header", "{row: 5, depth: 2}"));
    String proposal = guess(DEMO.resolve("disdikbud/DATA SEKOLAH TP 2024-2025.xls"), row);

    assertThat(faults(proposal)).isEmpty();
    assertThat(proposal)
        .contains("sheet: SD-MI", "header: {row: 5, depth: 2}", "{from: JML SISWA / L, type: int")
        .doesNotContain("$file");
  }

  @Test
  void readsTextByTheSignsThatSomebodyChose() throws IOException {
    Path file =
        Files.write(
            folder.resolve("data.csv"),
            "Daftar|x\nKode|Nama, caf\u00e9\na|1\nb|2\nc|3\n"
                .getBytes(StandardCharsets.ISO_8859_1));
    Map<String, String> source = new LinkedHashMap<>();
    source.put("header", "{row: 2}");
    source.put("charset", "iso-8859-1");
    source.put("delimiter", "\"|\"");

    String proposal = guess(file, new Wish(null, source));

    assertThat(faults(proposal)).isEmpty();
    assertThat(proposal)
        .contains("charset: iso-8859-1", "delimiter: \"|\"", "caf\u00e9\", type: integer")
        .containsOnlyOnce("delimiter:");
  }

  private static String guess(Path file, Wish wish) {
    Readers readers = new Readers();
    return new Guesser(readers, readers, CODES, Set.of()).guessWithin(file, wish, Language.EN);
  }

  private static Path source(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("source."))
          .findFirst()
          .orElseThrow();
    }
  }

  private String guessText(String content) throws IOException {
    return guess(Files.writeString(folder.resolve("data.csv"), content), Language.EN);
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
