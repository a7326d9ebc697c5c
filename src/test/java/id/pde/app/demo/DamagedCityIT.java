package id.pde.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.app.demo.DamageHunt.Result;
import id.pde.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each check of the sample city fails once when one cell of its file is another. With {@code
 * -Dpde.evidence=FOLDER} it writes which damage each check saw.
 */
@Timeout(value = 30, unit = TimeUnit.MINUTES)
class DamagedCityIT {

  private static final int TRIES = Integer.getInteger("damage.tries", 600);

  /** Checks that no damage of one cell can make fail, and why. */
  private static final Map<String, String> CANNOT_FAIL = Map.of();

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  @TempDir static Path folder;

  private static final Map<String, String> evidence = new TreeMap<>();

  static List<String> deliveries() throws IOException {
    String only = System.getProperty("damage.only", "");
    return ExpectedLine.all().stream()
        .map(ExpectedLine::delivery)
        .distinct()
        .filter(delivery -> delivery.contains(only))
        .toList();
  }

  @Tag("release")
  @ParameterizedTest
  @MethodSource("deliveries")
  void everyCheckFailsUnderSomeDamage(String delivery) throws Exception {
    List<ExpectedLine> lines =
        ExpectedLine.all().stream()
            .filter(line -> line.delivery().equals(delivery) && !line.isOpen())
            .toList();
    long start = System.nanoTime();
    Result result;
    try (SingleCity city = new SingleCity(database, folder.resolve("home"))) {
      city.empty();
      result = new DamageHunt(city, folder.resolve("copies"), delivery).run(lines, TRIES);
      city.empty();
    }
    evidence.put(delivery, DamageReport.of(delivery, lines.size(), result));
    System.err.println(DamageReport.of(delivery, lines.size(), result) + " " + (System.nanoTime() - start) / 1_000_000_000);
    assertThat(result.never())
        .filteredOn(line -> !CANNOT_FAIL.containsKey(line.name()))
        .extracting(ExpectedLine::name)
        .isEmpty();
  }
}
