package id.pde.faults;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.faults.Terminal.Ended;
import id.pde.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Files and folders of this machine that are not as a load needs them. */
class MachineFilesIT {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  @TempDir private Path root;
  private PriceTable prices = new PriceTable(Path.of(""), database);

  @BeforeEach
  void begin() throws Exception {
    prices = new PriceTable(root, database);
    prices.begin();
  }

  @Test
  void aFileThatGrowsWhileItIsReadIsNotTakenByHalves() throws Exception {
    List<String> before = prices.picture();
    Path file = Files.writeString(root.resolve("tumbuh.csv"), PriceTable.GOOD);
    byte[] lines = "c;teh;3\n".repeat(100_000).getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < 40; i++) {
      Files.write(file, lines, StandardOpenOption.APPEND);
    }
    Thread writer = new Thread(() -> grow(file), "writer");
    writer.start();
    try {
      Ended ended = prices.terminal().type("load", file.toString(), "-m", "dkupp/harga");

      assertThat(ended.code()).as(ended.toString()).isEqualTo(1);
      assertThat(ended.firstLine())
          .endsWith("tumbuh.csv: berkas ini masih ditulis oleh program lain");
    } finally {
      writer.interrupt();
      writer.join();
    }
    assertThat(prices.picture()).isEqualTo(before);
  }

  private static void grow(Path file) {
    try (FileChannel out = FileChannel.open(file, StandardOpenOption.APPEND)) {
      while (!Thread.currentThread().isInterrupted()) {
        out.write(ByteBuffer.wrap("d;kopi;4\n".getBytes(StandardCharsets.UTF_8)));
      }
    } catch (java.nio.channels.ClosedByInterruptException ended) {
      return;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  @Test
  void theDoctorLooksAtTheDiskOfTheArchiveToo() throws Exception {
    Map<String, String> environment = new HashMap<>(database.environment());
    environment.put("PDE_ARCHIVE", root.resolve("arsip").toString());
    assertThat(new Terminal(root, environment).type("doctor").out())
        .containsPattern("PDE_ARCHIVE: \\S+/arsip, \\d+ GB kosong");

    Path file = Files.writeString(root.resolve("bukan-folder"), "");
    environment.put("PDE_ARCHIVE", file.resolve("arsip").toString());
    assertThat(new Terminal(root, environment).type("doctor").out())
        .contains("PDE_ARCHIVE: " + file + "/arsip tidak dapat ditulis");
  }

  @Test
  void anArchiveThatIsReadOnlyIsNamed() throws Exception {
    List<String> before = prices.picture();
    Path file = Files.writeString(root.resolve("baca.csv"), PriceTable.GOOD + "c;teh;3\n");
    Path archive = Files.createDirectories(root.resolve("arsip"));
    ProcessBuilder builder =
        new ProcessBuilder(
            "unshare",
            "-rm",
            "sh",
            "-c",
            "mount -t tmpfs -o ro tmpfs \"$1\" && shift && exec \"$@\"",
            "sh",
            archive.toString(),
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            "id.pde.app.Main",
            "load",
            file.toString(),
            "-m",
            "dkupp/harga");
    builder.environment().putAll(database.environment());
    builder.environment().put("PDE_HOME", root.resolve("home").toString());
    builder.environment().put("PDE_ARCHIVE", archive.toString());
    builder.environment().put("PDE_MAPPINGS", root.resolve("mappings").toString());
    Path err = root.resolve("err");
    int code = builder.redirectError(err.toFile()).start().waitFor();

    String said = Files.readString(err, StandardCharsets.UTF_8);
    assertThat(said.lines().findFirst().orElse(""))
        .contains("arsip")
        .contains("tidak dapat dibaca atau ditulis (Read-only file system)");
    assertThat(code).isEqualTo(1);
    assertThat(prices.picture()).isEqualTo(before);
  }
}
