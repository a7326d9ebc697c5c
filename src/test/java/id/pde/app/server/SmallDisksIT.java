package id.pde.app.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.pde.testing.TestDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A server whose disks are small: it says which is full, and goes on by itself when it is not. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class SmallDisksIT {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  /**
   * Disks of the server's own, which nobody else sees; each name in the folder of sizes is one, and
   * a new size is taken when it is written there.
   */
  private static final String SCRIPT =
      """
      cd "$1"; shift
      for disk in *; do mkdir -p "../$disk"; mount -t tmpfs -o size=$(cat "$disk") tmpfs "../$disk" || exit 99; done
      (while sleep 0.3; do
        for disk in *; do mount -o remount,size=$(cat "$disk") "../$disk" 2>/dev/null; done
        kill -0 $$ 2>/dev/null || exit
      done) >/dev/null 2>&1 &
      exec "$@"
      """;

  private static final String ROUTES =
      """
      - from:
          uri: pde:inbox?agency=dkupp&every=1s
          steps:
            - to: pde:recognise?agency=dkupp
      - from:
          uri: pde:schedule/kirim?cron=0 0 0 1 1 ? 2099
          steps:
            - setBody:
                constant: "Kode;Nama;Harga\\nz;teh;3\\n"
            - to: pde:dkupp/harga
      """;

  private static final String MAPPING =
      """
      title: Harga
      agency: dkupp
      source: {format: auto, file: ["*harga*"]}
      target: {table: harga, key: [kode], load: merge}
      columns:
        kode: {from: Kode, type: text, class: publik}
        nama: {from: Nama, type: text, class: publik}
        harga: {from: Harga, type: integer, class: publik}
      """;

  @TempDir Path root;

  private final HttpClient client = HttpClient.newHttpClient();
  private final List<Process> servers = new ArrayList<>();

  @BeforeEach
  void begin() throws IOException {
    Files.createDirectories(root.resolve("disks"));
    Files.createDirectories(root.resolve("routes"));
    Files.createDirectories(root.resolve("mappings/dkupp"));
    Files.writeString(root.resolve("routes/dkupp.yaml"), ROUTES);
    Files.writeString(root.resolve("mappings/agencies.yaml"), "dkupp: {name: Dinas Pasar}\n");
    Files.writeString(root.resolve("mappings/dkupp/harga.yaml"), MAPPING);
  }

  @AfterEach
  void end() throws InterruptedException {
    for (Process server : servers) {
      server.destroy();
      if (!server.waitFor(1, TimeUnit.MINUTES)) {
        server.destroyForcibly();
      }
    }
  }

  @Test
  void anArchiveThatIsFullIsNamedAndMakesItsFoldersIll() throws Exception {
    size("archive", "20m");
    BufferedReader said = server();
    String health = await(said, "PDE is ready: ").replaceFirst(".*health: (.*)\\)$", "$1");
    drop("Kode;Nama;Harga\na;beras;1\n");

    assertThat(await(said, "disk.full"))
        .endsWith(
            "harga.csv: disk.full: not taken yet: there is not enough free space on the disk of the archive");
    until(() -> get(health).contains("PARTLY_DOWN"), () -> get(health));

    size("archive", "2g");
    assertThat(await(said, "run ")).contains("dkupp/harga loaded read 1 accepted 1");
    until(() -> !get(health).contains("PARTLY_DOWN"), () -> get(health));
  }

  @Test
  void aFullDiskBehindTheReaderIsNotTheFaultOfTheFile() throws Exception {
    size("tmp", "1m");
    BufferedReader said = server();
    await(said, "PDE is ready: ");
    drop(ManyTexts.workbook(root.resolve("banyak.xlsx"), 900_000));

    assertThat(await(said, "disk.full"))
        .endsWith("harga.xlsx: disk.full: not done yet: no space at " + root.resolve("tmp"));

    size("tmp", "1g");
    assertThat(await(said, "run ")).contains("dkupp/harga loaded read 900000 accepted 900000");
  }

  private interface Look {
    String now() throws Exception;
  }

  private interface Check {
    boolean holds() throws Exception;
  }

  private static void until(Check check, Look look) throws Exception {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(40);
    while (!check.holds()) {
      assertThat(System.nanoTime()).as(look.now()).isLessThan(deadline);
      TimeUnit.MILLISECONDS.sleep(200);
    }
  }

  private String get(String address) throws Exception {
    return client
        .send(
            HttpRequest.newBuilder(URI.create(address)).build(),
            HttpResponse.BodyHandlers.ofString())
        .body();
  }

  private void size(String disk, String size) throws IOException {
    Files.createDirectories(root.resolve(disk));
    Files.writeString(root.resolve("disks").resolve(disk), size);
  }

  private void drop(String content) throws IOException {
    Files.writeString(root.resolve("home/inbox/dkupp/harga.csv"), content, UTF_8);
  }

  private void drop(Path file) throws IOException {
    Files.copy(file, root.resolve("home/inbox/dkupp/harga.xlsx"));
  }

  private static String await(BufferedReader lines, String sign) throws IOException {
    List<String> heard = new ArrayList<>();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      heard.add(line);
      if (line.contains(sign)) {
        return line;
      }
    }
    throw new AssertionError(sign + " never came: " + heard);
  }

  private BufferedReader server() throws IOException {
    List<String> words =
        new ArrayList<>(
            List.of("unshare", "-rm", "sh", "-c", SCRIPT, "sh", root.resolve("disks").toString()));
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(List.of("-Xmx200m", "-XX:+UseSerialGC"));
    words.add("-Djava.io.tmpdir=" + Files.createDirectories(root.resolve("tmp")));
    words.addAll(
        List.of("-cp", System.getProperty("java.class.path"), UpJvm.class.getName(), "up", "0"));
    ProcessBuilder builder = new ProcessBuilder(words);
    builder.environment().putAll(database.environment());
    builder.environment().put("PDE_HOME", root.resolve("home").toString());
    builder.environment().put("PDE_ARCHIVE", root.resolve("archive").toString());
    builder.environment().put("PDE_MAPPINGS", root.resolve("mappings").toString());
    builder.environment().put("PDE_ROUTES", root.resolve("routes").toString());
    builder.environment().put("PDE_LANG", "en");
    Process server = builder.start();
    servers.add(server);
    return server.errorReader();
  }
}
