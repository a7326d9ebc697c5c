package id.pde.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.app.demo.DamageHunt.Result;
import id.pde.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each check of the sample city fails once when one cell of its file is another, or one row is
 * gone: a check that holds whatever was delivered says nothing. {@code -Ddamage.tries} bounds the
 * copies of one delivery, {@code -Ddamage.only} is a pattern of those to damage.
 */
@Timeout(value = 60, unit = TimeUnit.MINUTES)
class DamagedCityIT {

  private static final int TRIES = Integer.getInteger("damage.tries", 400);
  private static final String ONLY = System.getProperty("damage.only", "");

  /** Checks that no damage of one cell makes fail, and why. */
  private static final Map<String, String> CANNOT_FAIL = Map.of();

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  /** One home for all, for the database knows the key of pseudonyms. */
  @TempDir static Path folder;

  /** Asked of the database, counted in the ledger, read from the raw file. */
  @Test
  void aCheckOfEachKindFailsUnderDamage() throws Exception {
    String persons = "disdukcapil/Data Penduduk Kel. Kebonsari Kulon RW 05.xlsx";
    Set<String> keys =
        Set.of(
            "rows laki-laki (column E)",
            "NIK cells: damaged by Excel",
            "NIK cells: text, structurally valid as written");
    List<ExpectedLine> lines =
        lines(persons).stream().filter(line -> keys.contains(line.key())).toList();
    assertThat(lines).hasSize(keys.size());

    assertThat(hunt(persons, lines, 80).never()).extracting(ExpectedLine::name).isEmpty();
  }

  @Tag("release")
  @Test
  void everyCheckFailsUnderSomeDamage() throws Exception {
    DamageReport report = new DamageReport(TRIES);
    List<String> never = new ArrayList<>();
    for (String delivery : deliveries()) {
      Result result = hunt(delivery, lines(delivery), TRIES);
      report.add(delivery, result);
      result.never().forEach(line -> never.add(line.name()));
      report.write(CANNOT_FAIL);
    }
    if (ONLY.isEmpty()) {
      assertThat(never).containsExactlyInAnyOrderElementsOf(CANNOT_FAIL.keySet());
    }
    assertThat(CANNOT_FAIL.keySet()).containsAll(never);
  }

  private Result hunt(String delivery, List<ExpectedLine> lines, int tries) throws Exception {
    try (SingleCity city = new SingleCity(database, folder.resolve("home"))) {
      try {
        return new DamageHunt(city, folder.resolve("copies"), delivery).run(lines, tries);
      } finally {
        city.empty();
      }
    }
  }

  private static List<String> deliveries() throws IOException {
    return ExpectedLine.all().stream()
        .map(ExpectedLine::delivery)
        .distinct()
        .filter(delivery -> Pattern.compile(ONLY).matcher(delivery).find())
        .toList();
  }

  private static List<ExpectedLine> lines(String delivery) throws IOException {
    return ExpectedLine.all().stream()
        .filter(line -> line.delivery().equals(delivery) && !line.isOpen())
        .toList();
  }
}
