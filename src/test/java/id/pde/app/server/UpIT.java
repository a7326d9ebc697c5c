package id.pde.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.docs.Monitoring;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The server as a real process, on a home of its own. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class UpIT {

  private static final String CITY =
      """
      - from:
          uri: pde:inbox?agency=bkpsdm&every=1s
          steps:
            - to: pde:bkpsdm/asn
      - from:
          uri: "pde:schedule/simpasar?cron=0/5 * * * * ?"
          steps:
            - setBody:
                constant: SELECT * FROM t_harga ORDER BY id
            - to: jdbc:simpasar
            - to: pde:dkupp/harga
      """;

  @TempDir Path folder;

  private final List<Process> processes = new ArrayList<>();
  private final HttpClient client = HttpClient.newHttpClient();

  @BeforeEach
  void copyTheAgencyDatabase() throws IOException {
    Path databases = Files.createDirectories(home().resolve("databases"));
    Files.copy(
        Path.of("src/main/demo/dkupp/simpasar.sqlite"), databases.resolve("simpasar.sqlite"));
  }

  /** Without it what an agency drops waits: civil servants have pseudonyms in the warehouse. */
  private void makeTheKey() throws IOException {
    Path secrets = Files.createDirectories(home().resolve("secrets"));
    Files.setPosixFilePermissions(secrets, PosixFilePermissions.fromString("rwx------"));
    Path key = Files.writeString(secrets.resolve("hmac"), "0123456789abcdef".repeat(4));
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
  }

  @AfterEach
  void stopEverything() throws Exception {
    processes.forEach(Process::destroyForcibly);
    Process down = process(Map.of(), "down");
    down.waitFor(1, TimeUnit.MINUTES);
  }

  @Test
  void healthIsAtThePortThatIsSetAndATakenOneIsNamed() throws Exception {
    routes(CITY);
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
      Process refused = process(Map.of("PDE_MANAGEMENT_PORT", "" + port), "up", "0");
      assertThat(await(refused.errorReader(), "Port "))
          .isEqualTo(
              "Port "
                  + port
                  + " (health and metrics) is taken; choose another with PDE_MANAGEMENT_PORT");
      assertThat(refused.waitFor()).isEqualTo(7);
    }

    Process up = process(Map.of("PDE_MANAGEMENT_PORT", "" + port), "up", "0");

    assertThat(await(up.errorReader(), "PDE is ready: "))
        .endsWith("(health: http://127.0.0.1:" + port + "/actuator/health)");
  }

  @Test
  void loadsWhatIsDroppedAndWhatIsPulledThenStopsWhenTold() throws Exception {
    routes(CITY);
    makeTheKey();
    Process up = process(Map.of(), "up", "0");
    BufferedReader lines = up.errorReader();
    String ready = await(lines, "PDE is ready: ");
    String health = ready.replaceFirst(".*health: ", "").replaceFirst("\\)$", "");

    Files.copy(
        Path.of("src/main/demo/bkpsdm/data_asn_kota_probolinggo_20250115.csv"),
        home().resolve("inbox/bkpsdm/asn.csv"));
    List<String> runs = new ArrayList<>();
    runs.add(await(lines, "run "));
    while (runs.stream().noneMatch(run -> run.contains("bkpsdm/asn"))
        || runs.stream().noneMatch(run -> run.contains("dkupp/harga"))) {
      runs.add(await(lines, "run "));
    }

    assertThat(runs)
        .anyMatch(run -> run.matches(".*bkpsdm/asn loaded(_with_rejects)? read [1-9].*"))
        .anyMatch(run -> run.matches(".*dkupp/harga loaded(_with_rejects)? read 388 .*"));
    assertThat(home().resolve("outbox/bkpsdm/asn.csv.hasil.txt")).exists();
    assertThat(home().resolve("inbox/bkpsdm/asn.csv")).doesNotExist();
    assertThat(get(health).statusCode()).isEqualTo(200);
    assertThat(get(health.replace("health", "prometheus")).body())
        .contains(
            "pde_runs_total{dataset=\"bkpsdm/asn\"", "pde_rows_total", "pde_files_waiting 0.0")
        .contains("pde_run_duration_seconds_count");

    assertThat(Monitoring.names()).contains("pde_runs_total", "pde_files_waiting");
    String figures = health.replace("health", "prometheus");
    for (int times = 0; times < 60 && !get(figures).body().contains("pde_rejects_open"); times++) {
      TimeUnit.SECONDS.sleep(1);
    }
    assertThat(get(figures).body())
        .contains(Monitoring.names())
        .contains("pde_dataset_age_seconds{dataset=\"bkpsdm/asn\"}");

    Process second = process(Map.of(), "up", "0");
    assertThat(second.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(second.exitValue()).isEqualTo(7);

    up.destroy();
    assertThat(up.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(up.exitValue()).isEqualTo(143);
  }

  @Test
  void aForbiddenStepStopsTheStart() throws Exception {
    routes("- from:\n    uri: direct:a\n    steps:\n      - toD: exec:id\n");

    Process up = process(Map.of(), "up", "0");

    assertThat(up.errorReader().readLine())
        .isEqualTo("routes/city.yaml:4:9: the step \"toD\" is not allowed in a route");
    assertThat(up.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(up.exitValue()).isEqualTo(2);
  }

  @Test
  void withoutADatabaseItStaysUpAndFilesWait() throws Exception {
    routes(CITY);
    Map<String, String> away = Map.of("PDE_DB_URL", "jdbc:postgresql://127.0.0.1:1/pde");
    Process up = process(away, "up", "0");
    String running = await(up.errorReader(), "PDE runs without a database: ");
    String health = running.replaceFirst(".*health: ", "").replaceFirst("\\);.*$", "");
    Path dropped = home().resolve("inbox/bkpsdm/asn.csv");
    Files.writeString(dropped, "NIP\n");

    assertThat(get(health).statusCode()).isEqualTo(503);
    assertThat(get(health + "/liveness").statusCode()).isEqualTo(200);
    assertThat(get(health + "/readiness").statusCode()).isEqualTo(503);
    assertThat(dropped).exists();
  }

  private Path home() {
    return folder.resolve("home");
  }

  private void routes(String content) throws IOException {
    Path routes = Files.createDirectories(folder.resolve("routes"));
    Files.writeString(routes.resolve("city.yaml"), content);
  }

  private HttpResponse<String> get(String address) throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
  }

  /** Reads on to the line that holds the words. */
  private static String await(BufferedReader lines, String words) throws IOException {
    StringBuilder before = new StringBuilder();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.contains(words)) {
        return line;
      }
      before.append(line).append('\n');
    }
    throw new AssertionError("the process ended without \"" + words + "\":\n" + before);
  }

  private Process process(Map<String, String> variables, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx256m", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(UpJvm.class.getName());
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().remove("PDE_DB_URL");
    builder.environment().put("PDE_HOME", home().toString());
    builder.environment().put("PDE_ROUTES", folder.resolve("routes").toString());
    builder.environment().put("PDE_MAPPINGS", Path.of("mappings").toAbsolutePath().toString());
    builder.environment().put("PDE_LANG", "en");
    builder.environment().putAll(variables);
    builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    Process started = builder.start();
    processes.add(started);
    return started;
  }
}
