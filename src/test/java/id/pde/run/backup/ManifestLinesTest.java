package id.pde.run.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pde.run.backup.Manifest.Kept;
import id.pde.run.backup.Manifest.Lost;
import id.pde.run.backup.Manifest.Part;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ManifestLinesTest {

  private static final Manifest MANIFEST =
      new Manifest(
          "1.0",
          Instant.parse("2026-03-31T01:02:03Z"),
          "18.1",
          18,
          List.of(new SavedTable("warehouse", "harga pasar", 5, "ab")),
          new Kept(2, 300),
          List.of(new Lost("cd", "Data é.xlsx", Lost.Why.MISSING)),
          List.of(new Part("database.pde", 9, "ef")));

  @Test
  void comesBackAsItWas() throws IOException {
    assertThat(ManifestLines.read(ManifestLines.write(MANIFEST))).isEqualTo(MANIFEST);
  }

  @Test
  void passesOverWhatALaterPdeSays() throws IOException {
    assertThat(ManifestLines.read(ManifestLines.write(MANIFEST) + "moon\tfull\n"))
        .isEqualTo(MANIFEST);
  }

  @Test
  void aLineThatIsCutIsNoManifest() {
    assertThatThrownBy(() -> ManifestLines.read("table\twarehouse\n"))
        .isInstanceOf(IOException.class);
  }
}
