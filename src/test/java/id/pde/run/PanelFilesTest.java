package id.pde.run;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.model.Issue;
import id.pde.run.board.Panel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PanelFilesTest {

  @TempDir private Path root;

  private void write(String name, String content) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(root.resolve("panels"));
    Files.writeString(file, content);
  }

  private PanelFolder read() {
    return new PanelFiles(root).read();
  }

  @Test
  void aDeploymentWithoutPanelsHasNone() {
    assertThat(read()).isEqualTo(PanelFolder.NONE);
  }

  @Test
  void panelsFollowTheirOrderAndThenTheirName() throws IOException {
    write("panels/c.yaml", "{title: C, kind: tile, sql: SELECT 1, order: 2}");
    write("panels/b.yaml", "{title: B, kind: tile, sql: b.sql, order: 2}");
    write("panels/a.yaml", "{title: A, kind: tile, sql: SELECT 1, order: 3}");
    write("panels/b.sql", "SELECT 7 AS value");

    PanelFolder folder = read();
    assertThat(folder.faults()).isEmpty();
    assertThat(folder.panels()).extracting(Panel::id).containsExactly("b", "c", "a");
    assertThat(folder.panels().get(0).statement()).isEqualTo("SELECT 7 AS value");
  }

  @Test
  void aFaultStaysWithItsFile() throws IOException {
    write("panels/good.yaml", "{title: A, kind: tile, sql: SELECT 1}");
    write("panels/bad.yaml", "title: A\nkind: tile\n");
    write("panels/worse.yaml", "title: [\n");
    write("panels/Big.yaml", "{title: A, kind: tile, sql: SELECT 1}");
    write("panels/notes.txt", "x");
    Files.createSymbolicLink(root.resolve("panels/link.yaml"), root.resolve("panels/good.yaml"));

    PanelFolder folder = read();
    assertThat(folder.panels()).extracting(Panel::id).containsExactly("good");
    assertThat(folder.broken()).containsOnlyKeys("bad", "worse", "link");
    assertThat(folder.loose()).extracting(Issue::code).containsExactly("panel.name", "panel.name");
    assertThat(folder.broken().get("bad"))
        .extracting(fault -> fault.code() + " " + fault.location().shown().replaceFirst(".*/", ""))
        .containsExactly("panel.missing bad.yaml:1:1");
    assertThat(folder.broken().get("link"))
        .extracting(Issue::code)
        .containsExactly("file.irregular");
  }

  @Test
  void datasetsAreTheMappingFilesWhateverIsWrongWithThem() throws IOException {
    Files.createDirectories(root.resolve("bps"));
    Files.writeString(root.resolve("bps/kemiskinan.yaml"), "broken: [");
    write("panels/a.yaml", "{title: A, kind: tile, sql: SELECT 1, source: bps/kemiskinan}");
    write("panels/b.yaml", "{title: A, kind: tile, sql: SELECT 1, source: bps/lain}");

    assertThat(read().panels()).extracting(Panel::id).containsExactly("a");
    assertThat(read().broken().get("b")).extracting(Issue::code).containsExactly("panel.source");
  }

  @Test
  void tooManyPanelsAreToldAndTheFirstOnesShown() throws IOException {
    for (int i = 100; i < 160; i++) {
      write("panels/p" + i + ".yaml", "{title: A, kind: tile, sql: SELECT 1}");
    }
    assertThat(read().loose()).isEmpty();

    write("panels/p160.yaml", "{title: A, kind: tile, sql: SELECT 1}");

    assertThat(read().loose()).extracting(Issue::code).containsExactly("panel.many");
    assertThat(read().panels()).hasSize(60).extracting(Panel::id).doesNotContain("p160");
  }
}
