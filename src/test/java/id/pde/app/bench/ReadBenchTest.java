package id.pde.app.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pde.app.bench.BenchOptions.Part;
import id.pde.app.bench.ReadResult.Side;
import id.pde.app.bench.ReadResult.Subject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The benchmarks of the readers: every side meets every cell, and nothing is left behind. */
final class ReadBenchTest {

  @TempDir Path work;

  @Test
  void everyReaderMeetsEveryCellOfTheWorkbook() throws IOException {
    ReadResult result = new XlsxBench(work).run(300, 1);
    assertThat(result.line()).startsWith("xlsx, 300 rows x 13 columns, 0 MB: pde ");
    assertThat(result.sides().stream().map(Side::name))
        .containsExactly("pde", "fastexcel-reader", "JDK SAX alone");
    assertThat(result.json()).startsWith("{\"name\":\"xlsx\",\"rows\":300,");
    assertThat(work).isEmptyDirectory();
  }

  @Test
  void measuresWorkbooksThatGrow() throws IOException {
    List<ReadResult> results = new XlsxBench(work).growth(40, 1);
    assertThat(results.stream().map(result -> result.subject().rows())).containsExactly(10, 20, 40);
    assertThat(work).isEmptyDirectory();
  }

  @Test
  void bothReadersMeetEveryFieldOfTheText() throws IOException {
    ReadResult result = new CsvBench(work).run(300, 2);
    assertThat(result.line()).startsWith("csv, 300 rows x 13 columns, 0 MB: pde ");
    assertThat(result.sides().get(1).seconds()).hasSize(2);
    assertThat(work).isEmptyDirectory();
  }

  @Test
  void meetsEveryCellOfTheOldWorkbook() throws IOException {
    ReadResult result = new XlsBench(work).run(3_000, 1);
    assertThat(result.subject().columns()).isEqualTo(20);
    assertThat(result.json()).startsWith("{\"name\":\"xls\",\"rows\":3000,\"columns\":20,");
    assertThat(work).isEmptyDirectory();
  }

  @Test
  void comparesMedians() {
    ReadResult result =
        new ReadResult(
            new Subject("csv", 5, 2, 3_000_000),
            List.of(
                new Side("pde", List.of(1.0, 9.0, 2.0), 0),
                new Side("other", List.of(4.0, 4.0, 1.0), 2.0)));
    assertThat(result.line())
        .isEqualToNormalizingNewlines(
            "csv, 5 rows x 2 columns, 3 MB: pde 2.00 s; other 4.00 s, ratio 0.50 (limit 2.00)\n");
    assertThat(result.json())
        .isEqualTo(
            "{\"name\":\"csv\",\"rows\":5,\"columns\":2,\"bytes\":3000000,"
                + "\"seconds\":{\"pde\":[1.000,9.000,2.000],\"other\":[4.000,4.000,1.000]},"
                + "\"ratios\":{\"other\":0.500}}");
  }

  @Test
  void measuresOnlyTheNamedParts() {
    assertThat(BenchOptions.parse(List.of("--only=csv,XLS")).parts())
        .containsExactly(Part.CSV, Part.XLS);
    assertThat(BenchOptions.parse(List.of()).parts()).containsExactly(Part.values());
    assertThatThrownBy(() -> BenchOptions.parse(List.of("--only=pdf")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
