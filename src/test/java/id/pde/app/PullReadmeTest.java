package id.pde.app;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.run.MappingFiles;
import id.pde.run.MappingFolder;
import id.pde.source.codes.CodeListCsv;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files that the README shows for a pull are right as they stand there. */
class PullReadmeTest {

  private static final Pattern BLOCK = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

  @TempDir Path root;

  @Test
  void theExampleHasNoFaults() throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    int from = readme.indexOf("### Databases of agencies");
    Matcher block = BLOCK.matcher(readme.substring(from, readme.indexOf("\n### ", from + 4)));
    List<String> files = new ArrayList<>();
    while (block.find()) {
      files.add(block.group(1));
    }
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
