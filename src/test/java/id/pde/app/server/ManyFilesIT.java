package id.pde.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.app.server.LivingNode.Start;
import id.pde.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Small files that are dropped at once into one watched folder of a server with a heap of 256 MB:
 * each is loaded and answered once. With {@code -Dpde.evidence} 10,000 files, and what it took is
 * kept.
 */
@Timeout(value = 30, unit = TimeUnit.MINUTES)
final class ManyFilesIT {

  private static final String EVIDENCE = System.getProperty("pde.evidence");
  private static final int FILES = EVIDENCE == null ? 200 : 10_000;
  private static final Duration PATIENCE = Duration.ofMinutes(EVIDENCE == null ? 4 : 25);

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  @TempDir Path folder;

  @Test
  void each_of_many_small_files_is_loaded_once() throws Exception {
    write("mappings/agencies.yaml", "kecil: {name: Dinas Kecil}\n");
    write(
        "mappings/kecil/catatan.yaml",
        """
        title: Catatan
        agency: kecil
        source: {format: csv}
        target: {table: catatan, load: append}
        columns:
          kode:  {from: kode, type: text, class: publik}
          nilai: {from: nilai, type: integer, class: publik}
        """);
    write(
        "routes/kecil.yaml",
        """
        - from:
            uri: pde:inbox?agency=kecil&every=1s
            steps:
              - to: pde:kecil/catatan
        """);
    Map<String, String> variables = new HashMap<>(database.environment());
    variables.put("PDE_ROUTES", folder.resolve("routes").toString());
    variables.put("PDE_MAPPINGS", folder.resolve("mappings").toString());
    try (LivingNode server =
        LivingNode.start(folder.resolve("home"), new Start(List.of(), variables))) {
      until(server, () -> server.said("PDE is ready"));
      drop();
      Instant begun = Instant.now();
      until(
          server,
          () ->
              count("SELECT count(*) FROM pde.run WHERE answered AND claim IS NOT NULL") >= FILES);
      Duration took = Duration.between(begun, Instant.now());
      String memory = memory(server.pid());
      server.stop();
      assertThat(server.end()).as(server.all()).isEqualTo(143);
      assertThat(server.all()).doesNotContain("OutOfMemoryError");
      keep(took, memory);
    }
    assertThat(count("SELECT count(*) FROM pde.run WHERE outcome = 'loaded'")).isEqualTo(FILES);
    assertThat(count("SELECT count(*) FROM warehouse.catatan")).isEqualTo(FILES);
    assertThat(count("SELECT count(DISTINCT kode) FROM warehouse.catatan")).isEqualTo(FILES);
    assertThat(files("home/inbox/kecil", "")).isZero();
    assertThat(files("home/outbox/kecil", ".hasil.txt")).isEqualTo(FILES);
    assertThat(files("home/outbox/kecil", ".status.txt")).isZero();
    try (Stream<Path> claims =
        Files.list(folder.resolve("home").resolve("work").resolve("claims"))) {
      assertThat(claims.filter(Files::isDirectory)).isEmpty();
    }
  }

  private static void keep(Duration took, String memory) throws IOException {
    if (EVIDENCE == null) {
      return;
    }
    Files.writeString(
        Files.createDirectories(Path.of(EVIDENCE)).resolve("many-files.txt"),
        String.format(
            Locale.ROOT,
            "%s %d files of one row dropped at once into one watched folder, server with a heap of"
                + " 256 MB, %d cores%n%d s from the drop to the last answer, %.1f files/s; most"
                + " memory of the whole process: %s%n",
            LocalDate.now(ZoneOffset.UTC),
            FILES,
            Runtime.getRuntime().availableProcessors(),
            took.toSeconds(),
            FILES / (took.toMillis() / 1000.0),
            memory));
  }

  /** The most that a process ever had, heap and all else, where the system tells. */
  private static String memory(long pid) throws IOException {
    Path status = Path.of("/proc/" + pid + "/status");
    if (!Files.exists(status)) {
      return "unknown";
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .map(line -> line.substring("VmHWM:".length()).strip())
        .findFirst()
        .orElse("unknown");
  }

  /** Written elsewhere first: the folder sees whole files only, and all within a moment. */
  private void drop() throws IOException {
    Path drafts = Files.createDirectories(folder.resolve("home/drafts"));
    Path inbox = folder.resolve("home/inbox/kecil");
    for (int file = 0; file < FILES; file++) {
      Files.writeString(
          drafts.resolve("f" + file + ".csv"), "kode,nilai\nk" + file + "," + file + "\n");
    }
    for (int file = 0; file < FILES; file++) {
      String name = "f" + file + ".csv";
      Files.move(drafts.resolve(name), inbox.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }
  }

  private void write(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    Files.writeString(file, content);
  }

  private long files(String place, String ending) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve(place))) {
      return files.filter(file -> file.toString().endsWith(ending)).count();
    }
  }

  private static long count(String sql) throws SQLException {
    try (Connection connection = database.open();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }

  private interface Condition {
    boolean holds() throws Exception;
  }

  private static void until(LivingNode server, Condition condition) throws Exception {
    Instant end = Instant.now().plus(PATIENCE);
    while (!condition.holds()) {
      assertThat(Instant.now()).as(server.all()).isBefore(end);
      TimeUnit.MILLISECONDS.sleep(500);
    }
  }
}
