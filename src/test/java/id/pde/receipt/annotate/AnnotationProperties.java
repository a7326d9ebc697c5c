package id.pde.receipt.annotate;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.model.Issue;
import id.pde.model.Severity;
import id.pde.run.GridSource;
import id.pde.source.Readers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random cells of the workbooks of the sample city: exactly those are marked, nothing else. */
class AnnotationProperties {

  private static final Path DEMO = Path.of("src/main/demo");

  @TempDir private Path folder;

  static List<Path> workbooks() throws IOException {
    try (Stream<Path> files = Files.walk(DEMO)) {
      return files
          .filter(file -> file.toString().endsWith(".xlsx"))
          .filter(file -> !file.toString().contains("rusak"))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("workbooks")
  void marksWhatIsAtFaultAndNothingElse(Path sent) throws IOException {
    List<String> cells = AnnotatedFile.cells(sent);
    List<String> grid = grid(sent);
    for (long seed = 1; seed <= 2; seed++) {
      Random random = new Random(seed);
      List<GridSource.Title> sheets = new Readers().titles(sent);
      List<Issue> issues = new ArrayList<>();
      Map<String, Boolean> wanted = new TreeMap<>();
      for (int i = 0; i < 40; i++) {
        String sheet = sheets.get(random.nextInt(sheets.size())).name();
        int row = 1 + random.nextInt(60);
        int column = 1 + random.nextInt(30);
        boolean warning = random.nextBoolean();
        wanted.merge(sheet + "!" + Address.of(row, column), warning, (one, other) -> one && other);
        issues.add(
            AnnotatedFile.issue(warning ? Severity.WARN : Severity.REJECT, sheet, row, column));
      }
      Path back = folder.resolve("kembali" + seed + ".xlsx");
      AnnotatedFile.annotate(sent, back, issues);

      assertThat(AnnotatedFile.coloured(back)).as("seed %d", seed).isEqualTo(wanted);
      assertThat(AnnotatedFile.comments(back).keySet())
          .as("seed %d", seed)
          .containsAll(wanted.keySet());
      assertThat(AnnotatedFile.cells(back)).as("seed %d", seed).isEqualTo(cells);
      assertThat(grid(back)).as("seed %d", seed).isEqualTo(grid);
      Set<String> untouched = new TreeSet<>(AnnotatedFile.changed(sent, back));
      untouched.removeIf(
          part ->
              part.matches(
                  "\\[Content_Types]\\.xml|.*\\.rels|xl/(styles|workbook)\\.xml|docProps/custom\\.xml|xl/worksheets/sheet\\d+\\.xml|xl/comments\\d*\\.xml|xl/drawings/.*\\.vml"));
      assertThat(untouched).as("seed %d", seed).isEmpty();
    }
  }

  private static List<String> grid(Path file) {
    List<String> cells = new ArrayList<>();
    new Readers()
        .every(
            file,
            index ->
                (number, row) -> {
                  for (int column = 0; column < row.length; column++) {
                    cells.add(index + ":" + number + ":" + column + "=" + row[column].text());
                  }
                });
    return cells;
  }
}
