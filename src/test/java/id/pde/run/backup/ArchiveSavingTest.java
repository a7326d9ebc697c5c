package id.pde.run.backup;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.run.Home;
import id.pde.run.backup.Manifest.Lost;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the archive holds goes into a backup and comes out of it, whatever an erasure did. */
class ArchiveSavingTest {

  /** SHA-256 of "utuh" is not this; an erasure rewrote what was called so. */
  private static final String REWRITTEN = "ab".repeat(32);

  private static final String DELETED = "cd".repeat(32);
  private static final String BROKEN = "ef".repeat(32);
  private static final String MISSING = "01".repeat(32);

  @TempDir private Path root;

  private void put(String name, String content) throws IOException {
    Path file = root.resolve("dari/archive").resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }

  private static Map<String, String> tree(Path archive) throws IOException {
    Map<String, String> tree = new TreeMap<>();
    try (Stream<Path> files = Files.walk(archive)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        tree.put(archive.relativize(file).toString(), Files.readString(file));
      }
    }
    return tree;
  }

  @Test
  void whatAnErasureWroteComesBackWithTheRest() throws Exception {
    put("ab/" + REWRITTEN, "utuh");
    put("ab/" + REWRITTEN + ".label", "{}");
    put("ab/" + REWRITTEN + ".erased", "{}");
    put("cd/" + DELETED + ".label", "{}");
    put("cd/" + DELETED + ".erased", "{}");
    put("ef/" + BROKEN, "rusak");
    put("tombstones", "{}\n");
    Path archive = root.resolve("dari/archive");
    ArchiveSaving saving = new ArchiveSaving(archive);
    ByteArrayOutputStream saved = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(saved)) {
      saving.write(zip);
    }
    assertThat(
            saving.lost(
                Map.of(REWRITTEN, "a.csv", DELETED, "b.xlsx", BROKEN, "c.csv", MISSING, "d.csv")))
        .containsExactlyInAnyOrder(
            new Lost(MISSING, "d.csv", Lost.Why.MISSING),
            new Lost(BROKEN, "c.csv", Lost.Why.DAMAGED));

    HomeRestoring restoring = new HomeRestoring(new Home(root.resolve("ke")));
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(saved.toByteArray()))) {
      assertThat(restoring.stage(zip)).isEqualTo(7);
    }
    restoring.place(Map.of());
    assertThat(tree(root.resolve("ke/archive"))).isEqualTo(tree(archive));
  }
}
