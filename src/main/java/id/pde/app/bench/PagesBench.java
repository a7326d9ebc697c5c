package id.pde.app.bench;

import id.pde.app.bench.PagesHouse.Entry;
import id.pde.app.bench.PagesResult.Page;
import id.pde.run.DurableFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The pages of the console over 500 datasets and 5,000 runs that rejected as many rows as are asked
 * for: each is read some times by one reader, from the first byte asked to the last one come.
 */
public final class PagesBench {

  private static final int DATASETS = 500;
  private static final int RUNS = 5000;
  private static final int WARM_UP = 5;
  private static final int READINGS = 4;

  private final Path work;
  private final Function<Path, PagesHouse> houses;
  private final Consumer<String> progress;

  /**
   * @param work a folder for the home
   * @param houses of a home, which has {@code mappings/} and {@code routes/}
   * @param progress takes a line now and then
   */
  public PagesBench(Path work, Function<Path, PagesHouse> houses, Consumer<String> progress) {
    this.work = work;
    this.houses = houses;
    this.progress = progress;
  }

  /** Builds its city on a server of its own, measures, and leaves nothing behind. */
  public PagesResult run(BenchOptions options) throws IOException, SQLException {
    PagesCity city = new PagesCity(DATASETS, RUNS, options.rows());
    Path home = Files.createTempDirectory(work, "pages-");
    try (PagesHouse house = houses.apply(home)) {
      city.files(home);
      progress.accept("pages: " + RUNS + " runs, " + options.rows() + " rows");
      city.fill(house.connections());
      PagesVisit visit = new PagesVisit(opened(house), UUID.randomUUID().toString());
      for (int i = 0; i < WARM_UP; i++) {
        for (String path : paths()) {
          visit.read(path);
        }
      }
      List<Page> pages = new ArrayList<>();
      for (String path : paths()) {
        pages.add(measure(visit, path, options.rounds() * READINGS));
      }
      String server = new BenchTables(house.connections()).server();
      return new PagesResult(RUNS, DATASETS, options.rows(), server, BenchLoader.machine(), pages);
    } finally {
      DurableFiles.remove(home);
    }
  }

  private static Entry opened(PagesHouse house) throws IOException {
    try {
      return house.open();
    } catch (IOException failed) {
      throw failed;
    } catch (Exception failed) {
      throw new IOException(failed);
    }
  }

  private static Page measure(PagesVisit visit, String path, int times) throws IOException {
    List<Double> took = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      took.add(visit.read(path));
    }
    return new Page(path, took);
  }

  private static List<String> paths() {
    int newest = RUNS;
    return List.of(
        "/",
        "/datasets",
        "/datasets/" + PagesCity.first(),
        "/runs",
        "/runs?outcome=refused",
        "/runs?agency=bench07&file=2025",
        "/runs?file=tiada",
        "/runs/" + newest,
        "/runs/" + newest + "/rejects",
        "/runs/" + newest + "/rejects?code=date.invalid&column=tanggal",
        "/runs/1/rejects",
        "/quarantine",
        "/quarantine?agency=bench07",
        "/quarantine?dataset=" + PagesCity.first(),
        "/quarantine?code=date.invalid&column=tanggal",
        "/quarantine/load?code=date.invalid&column=tanggal&all=1",
        "/quarantine?state=ignored",
        "/quarantine/rows",
        "/quarantine/rows?code=date.invalid&column=tanggal",
        "/codes",
        "/codes/lists",
        "/submissions",
        "/upload",
        "/schedules",
        "/catalogue",
        "/catalogue?q=data_123",
        "/catalogue/data_001",
        "/sql",
        "/board",
        "/studio",
        "/audit",
        "/audit?action=approve",
        "/accounts",
        "/me",
        "/health",
        "/help");
  }
}
