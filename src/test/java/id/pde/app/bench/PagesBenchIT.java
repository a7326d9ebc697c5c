package id.pde.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.app.Settings;
import id.pde.app.bench.BenchOptions.Part;
import id.pde.app.bench.BenchOptions.Shape;
import id.pde.app.bench.PagesResult.Page;
import id.pde.app.server.BenchConsole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The measurement of the pages, with few rows: every page answers, and nothing is left behind. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class PagesBenchIT {

  @TempDir private static Path folder;

  @Test
  void everyPageIsRead() throws Exception {
    Path work = Files.createDirectories(folder.resolve("work"));
    Settings like = Settings.from(Map.of("PDE_HOME", folder.toString()), folder);
    BenchOptions options =
        new BenchOptions(16_000, 1, Shape.TABLE, new TreeSet<>(List.of(Part.PAGES)));

    PagesResult result =
        new PagesBench(work, home -> new BenchConsole(like, home), line -> {}).run(options);

    assertThat(result.pages()).hasSizeGreaterThan(30);
    assertThat(result.pages()).allMatch(page -> page.milliseconds().size() == 4);
    assertThat(result.pages()).extracting(Page::path).contains("/quarantine", "/codes", "/sql");
    assertThat(result.table()).contains("500 datasets", "16,000 rows in quarantine");
    assertThat(result.json()).contains("\"page\":\"/quarantine\"");
    assertThat(work).isEmptyDirectory();
  }
}
