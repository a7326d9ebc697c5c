package id.pde.source;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.codes.CodeLists;
import id.pde.model.Issue;
import id.pde.model.Language;
import id.pde.run.IssueText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A folder per hazard of real files: the delivery, its mapping, the records that a run accepts and
 * everything that it says. The name of the case's folder is that of the delivery's folder. Expected
 * files are renewed by {@code -Dgolden.update}.
 *
 * <p>A delivery that nobody can read in an editor is described instead: {@code source.xlsx.yaml}
 * (see {@link GoldenFile}), or a folder {@code source.xlsx} with the parts of an archive.
 */
class GoldenReadingTest {

  private static final Path GOLDEN = Path.of("src/test/resources/golden/reading");
  private static final Set<String> OURS = Set.of("mapping.yaml", "accepted.csv", "issues.txt");

  @TempDir Path temporary = Path.of("");

  static List<Path> cases() throws IOException {
    try (Stream<Path> folders = Files.list(GOLDEN)) {
      return folders.sorted().toList();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void readsAsPromised(Path folder) throws IOException {
    GoldenFile file = GoldenFile.of(source(folder), temporary.resolve(folder.getFileName()));
    GoldenRun run =
        GoldenRun.of(
            Loading.mapping(Files.readString(folder.resolve("mapping.yaml"))),
            file.path(),
            file.name(),
            CodeLists.NONE);

    assertGolden(folder.resolve("accepted.csv"), accepted(run));
    assertGolden(folder.resolve("issues.txt"), issues(run));
  }

  private static void assertGolden(Path golden, String found) throws IOException {
    if (System.getProperty("golden.update") != null) {
      Files.writeString(golden, found);
    }
    assertThat(found).isEqualTo(Files.readString(golden));
  }

  private static Path source(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> sources =
          files.filter(file -> !OURS.contains(String.valueOf(file.getFileName()))).toList();
      assertThat(sources).as("the delivery of %s", folder).hasSize(1);
      return sources.get(0);
    }
  }

  private static String accepted(GoldenRun run) {
    StringBuilder csv = new StringBuilder("_row," + String.join(",", run.columns()) + "\n");
    for (GoldenRun.Taken taken : run.accepted) {
      csv.append(quoted(taken.record().row().reference()));
      taken.values().forEach(value -> csv.append(',').append(quoted(value)));
      csv.append('\n');
    }
    return csv.toString();
  }

  private static String quoted(String value) {
    boolean plain = value.equals(value.strip()) && !value.matches("(?s).*[\",\\v].*");
    return plain ? value : '"' + value.replace("\"", "\"\"") + '"';
  }

  private static String issues(GoldenRun run) {
    StringBuilder text = new StringBuilder();
    text.append(lower(run.report.outcome().name())).append(": ");
    text.append(run.report.counts().read()).append(" read = ");
    text.append(run.report.counts().accepted()).append(" accepted + ");
    text.append(run.report.counts().rejected()).append(" rejected + ");
    text.append(run.report.counts().filtered()).append(" filtered\n");
    for (Issue issue : run.report.details()) {
      text.append('\n').append(lower(issue.severity().name())).append(' ');
      text.append(issue.code()).append('\n');
      text.append(IssueText.block(issue, Language.EN)).append('\n');
    }
    if (!run.filtered.isEmpty()) {
      text.append('\n');
      text.append(
          run.filtered.stream()
              .map(dropped -> "filtered " + dropped.place() + ": " + lower(dropped.reason().name()))
              .collect(Collectors.joining("\n", "", "\n")));
    }
    return text.toString();
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
