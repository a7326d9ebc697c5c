package id.pde.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveTest {

  /** Of "bytes". */
  private static final String SHA256 =
      "277089d91c0bdf4f2e6862ba7e4a07605119431f5d13f726dd352b06f1b206a9";

  @TempDir private Path root;
  private Home home = new Home(Path.of("."));
  private Archive archive = new Archive(home, 0);

  @BeforeEach
  void open() {
    home = new Home(root);
    archive = new Archive(home, 0);
  }

  @Test
  void keepsBytesUnderTheirHashForTheOwnerOnly() throws IOException {
    Path file = Files.writeString(root.resolve("harga.csv"), "bytes");
    UUID claim = UUID.randomUUID();
    Delivery delivery = archive.keep(file, "harga.csv", claim);
    Path kept = home.archive().resolve("27").resolve(SHA256);
    assertThat(delivery)
        .isEqualTo(new Delivery("harga.csv", kept, SHA256, 5, Delivery.Form.FILE, claim));
    assertThat(kept).hasContent("bytes");
    assertThat(mode(kept)).isEqualTo("rw-------");
    assertThat(mode(home.archive())).isEqualTo("rwx------");
    assertThat(file).hasContent("bytes");
    assertThat(drafts()).isEmpty();
  }

  @Test
  void keepsEqualBytesOnceAndMendsDamagedOnes() throws IOException {
    Path file = Files.writeString(root.resolve("harga.csv"), "bytes");
    Path kept = archive.keep(file, "harga.csv", null).file();
    Files.writeString(kept, "");
    archive.keep(file, "lain.csv", null);
    assertThat(kept).hasContent("bytes");
  }

  @Test
  void keepsRowsOfARoute() {
    Delivery delivery = archive.keepRows("pasar", file -> Files.writeString(file, "bytes"));
    assertThat(delivery.form()).isEqualTo(Delivery.Form.ROWS);
    assertThat(delivery.sha256()).isEqualTo(SHA256);
    assertThat(delivery.file()).hasContent("bytes");
  }

  @Test
  void looksWithoutKeeping() throws IOException {
    Path file = Files.writeString(root.resolve("harga.csv"), "bytes");
    assertThat(Archive.look(file, "harga.csv"))
        .isEqualTo(new Delivery("harga.csv", file, SHA256, 5, Delivery.Form.FILE, null));
    assertThat(home.archive()).doesNotExist();
  }

  @Test
  void neverFollowsALink() throws IOException {
    Path file = Files.writeString(root.resolve("harga.csv"), "bytes");
    Path link = Files.createSymbolicLink(root.resolve("link.csv"), file);
    assertThatThrownBy(() -> archive.keep(link, "link.csv", null))
        .isInstanceOf(SourceUnreadable.class)
        .hasMessage(
            "file.not-regular: not a regular file (a link, a folder or a device), never opened");
  }

  @Test
  void refusesWhenTheDiskIsNearlyFull() throws IOException {
    Path file = Files.writeString(root.resolve("harga.csv"), "bytes");
    assertThatThrownBy(() -> new Archive(home, Long.MAX_VALUE / 4).keep(file, "harga.csv", null))
        .isInstanceOf(UncheckedIOException.class)
        .cause()
        .isInstanceOf(Archive.NoRoom.class)
        .hasMessage("no space at " + home.archive());
  }

  @Test
  void leavesNoDraftWhenWritingFails() throws IOException {
    assertThatThrownBy(
            () ->
                archive.keepRows(
                    "pasar",
                    file -> {
                      Files.writeString(file, "half");
                      throw new IOException("cut");
                    }))
        .isInstanceOf(UncheckedIOException.class);
    assertThat(drafts()).isEmpty();
  }

  @Test
  void sweepsWhatAKilledProcessLeftAndNothingElse() throws IOException {
    Path dead = home.work().resolve("drafts").resolve("dead");
    Files.createDirectories(dead);
    Files.writeString(dead.resolve("bytes"), "half");
    Path file = Files.writeString(root.resolve("harga.csv"), "bytes");
    archive.keepRows(
        "pasar",
        bytes -> {
          Files.writeString(bytes, "bytes");
          archive.sweep();
          assertThat(bytes).exists();
          assertThat(dead).doesNotExist();
        });
    assertThat(file).exists();
  }

  private List<Path> drafts() throws IOException {
    try (Stream<Path> drafts = Files.walk(home.work().resolve("drafts"))) {
      return drafts
          .filter(Files::isRegularFile)
          .filter(file -> !file.endsWith("lock") && !file.endsWith(".turn"))
          .toList();
    }
  }

  private static String mode(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }
}
