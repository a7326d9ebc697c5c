package id.pde.app;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.docs.Manual;
import id.pde.run.MappingFiles;
import id.pde.run.MappingFolder;
import id.pde.source.codes.CodeListCsv;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files that the manual shows for a pull are right as they stand there. */
class PullManualTest {

  @TempDir Path root;

  @Test
  void theExampleHasNoFaults() throws IOException {
    List<String> files = Manual.yaml("sources.md", "Databases of agencies");
    assertThat(files).hasSize(3);
    Files.createDirectories(root.resolve("mappings/dkupp"));
    Files.createDirectories(root.resolve("routes"));
    Files.writeString(root.resolve("mappings/agencies.yaml"), files.get(0));
    Files.writeString(root.resolve("mappings/dkupp/retribusi.yaml"), files.get(1));
    Files.writeString(root.resolve("routes/dkupp.yaml"), files.get(2));

    MappingFolder mappings = new MappingFiles(root.resolve("mappings"), new CodeListCsv()).read();

    assertThat(mappings.faults()).isEmpty();
    assertThat(RouteCheck.of(root.resolve("routes"), mappings, Set.of()).faults()).isEmpty();
  }
}
