package id.pde.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceTreeTest {

  @Test
  void theTreeIsTidy() {
    assertThat(new SourceTree(Path.of("").toAbsolutePath()).faults()).isEmpty();
  }

  @Test
  void findsEveryKindOfFault(@TempDir Path root) throws IOException {
    write(root, "src/main/java/id/pde/run/package-info.java", "package id.pde.run;");
    write(root, "src/main/java/id/pde/run/RowManager.java", "// TO" + "DO later");
    write(root, "src/main/java/id/pde/cli/Long.java", "\n".repeat(401));
    write(root, "src/main/java/id/pde/cli/Wall.java", "} catch (Throw" + "able broken) {");
    write(root, "src/main/java/id/pde/source/Wall.java", "} catch (Throw" + "able broken) {");
    write(root, "src/test/java/id/pde/cli/OneTest.java", "@Dis" + "abled");
    write(root, "routes/dkupp.yaml", "uri: file:/wor" + "k/inbox");

    assertThat(new SourceTree(root).faults())
        .containsExactly(
            "src/main/java/id/pde/cli/Long.java: has more than 400 lines",
            "src/main/java/id/pde/cli/Wall.java: catches everything; only the wall around foreign"
                + " parsers may",
            "src/main/java/id/pde/run/RowManager.java: Manager says nothing in a name",
            "src/main/java/id/pde/run/RowManager.java: has a mark for later",
            "src/test/java/id/pde/cli/OneTest.java: switches a test off",
            "routes/dkupp.yaml: names a path of somebody's machine",
            "src/main/java/id/pde/cli: has no package-info.java",
            "src/main/java/id/pde/run: its package-info.java is not @NullMarked",
            "src/main/java/id/pde/run: its package-info.java does not say what the room is for",
            "src/main/java/id/pde/source: has no package-info.java");
  }

  private static void write(Path root, String name, String text) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
