package id.pde.warehouse;

import static id.pde.warehouse.Look.row;
import static org.assertj.core.api.Assertions.assertThat;

import id.pde.mapping.Mapping;
import id.pde.mapping.TargetSpec.LoadMode;
import id.pde.model.Counts;
import id.pde.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What PostgreSQL makes of random deliveries equals what a map makes of them. */
final class MergeModelIT {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  @TempDir Path work;

  /** The table and the number of ended versions, as a program of ten lines would keep them. */
  private final Map<String, String> table = new TreeMap<>();

  private long ended;

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void mergeEqualsTheModel(long seed) throws SQLException {
    checkDeliveries("gabung" + seed, LoadMode.MERGE, new Random(seed));
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {4, 5, 6})
  void replaceEqualsTheModel(long seed) throws SQLException {
    checkDeliveries("ganti" + seed, LoadMode.REPLACE, new Random(seed));
  }

  private void checkDeliveries(String name, LoadMode load, Random random) throws SQLException {
    Mapping mapping = PublicationIT.keyed(name, load).mapping();
    Drive drive = new Drive(new PostgresWarehouse(database.connections(), work), mapping);
    drive.bytes("forced");
    for (int delivery = 0; delivery < 4; delivery++) {
      List<@Nullable Object[]> rows = delivery(random);
      Collections.shuffle(rows, random);

      Counts planned = drive.plan(rows).counts();
      Counts loaded = drive.load(rows).counts();
      Counts expected = model(load, rows);

      assertThat(planned).as("plan").isEqualTo(loaded);
      assertThat(loaded).as("load").isEqualTo(expected);
      checkTables(name);

      Collections.shuffle(rows, random);
      Counts again = drive.load(rows).counts();
      assertThat(again.unchanged()).as("a rerun changes nothing").isEqualTo(again.accepted());
      assertThat(again.deleted()).isZero();
      checkTables(name);
    }
  }

  private void checkTables(String name) throws SQLException {
    List<String> lines = new ArrayList<>();
    table.forEach((key, value) -> lines.add(key + "|" + value));
    assertThat(Look.select(database, "SELECT a, b FROM warehouse." + name + " ORDER BY a"))
        .isEqualTo(lines);
    assertThat(Look.select(database, "SELECT count(*) FROM history." + name))
        .containsExactly(String.valueOf(ended));
  }

  private static List<@Nullable Object[]> delivery(Random random) {
    List<@Nullable Object[]> rows = new ArrayList<>();
    int size = 20 + random.nextInt(200);
    for (int i = 0; i < size; i++) {
      String key = "k" + random.nextInt(150);
      String value = random.nextInt(5) == 0 ? null : "v" + random.nextInt(3);
      rows.add(row(key, value));
    }
    return rows;
  }

  /** Keys with different rows are out; equal rows count once. */
  private Counts model(LoadMode load, List<@Nullable Object[]> rows) {
    Map<String, List<String>> variants = new LinkedHashMap<>();
    long filtered = 0;
    for (@Nullable Object[] row : rows) {
      List<String> seen =
          variants.computeIfAbsent(String.valueOf(row[0]), key -> new ArrayList<>());
      String value = String.valueOf(row[1]);
      if (seen.contains(value)) {
        filtered++;
      } else {
        seen.add(value);
      }
    }
    Map<String, String> accepted = new HashMap<>();
    variants.forEach(
        (key, seen) -> {
          if (seen.size() == 1) {
            accepted.put(key, seen.get(0));
          }
        });
    long inserted = accepted.keySet().stream().filter(key -> !table.containsKey(key)).count();
    long unchanged =
        accepted.entrySet().stream()
            .filter(entry -> Objects.equals(table.get(entry.getKey()), entry.getValue()))
            .count();
    long updated = accepted.size() - inserted - unchanged;
    long deleted = 0;
    if (load == LoadMode.REPLACE) {
      deleted = table.keySet().stream().filter(key -> !accepted.containsKey(key)).count();
      table.keySet().retainAll(accepted.keySet());
    }
    table.putAll(accepted);
    ended += updated + deleted;
    long rejected = rows.size() - accepted.size() - filtered;
    return new Counts(
        rows.size(), accepted.size(), rejected, filtered, inserted, updated, unchanged, deleted, 0);
  }
}
