package id.pde.run.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pde.run.Archive;
import id.pde.run.studio.MappingShelf.Saved;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappingShelfTest {

  @TempDir private Path root;

  private MappingShelf shelf;

  @BeforeEach
  void open() {
    shelf = new MappingShelf(root);
  }

  @Test
  void savesANewMappingAndNothingBesideIt() throws IOException {
    Saved saved = shelf.save("dinsos/usulan", "", "title: x\n");

    assertThat(saved).isInstanceOf(Saved.Placed.class);
    assertThat(root.resolve("dinsos/usulan.yaml")).hasContent("title: x\n");
    try (Stream<Path> files = Files.list(root.resolve("dinsos"))) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void neverWritesOverWhatSomebodyElseChanged() throws IOException {
    Saved.Placed first = (Saved.Placed) shelf.save("dinsos/usulan", "", "title: x\n");
    assertThat(first.fresh()).isTrue();
    assertThat(shelf.save("dinsos/usulan", first.sha256(), "title: y\n"))
        .isInstanceOf(Saved.Placed.class);

    assertThat(shelf.save("dinsos/usulan", first.sha256(), "title: z\n"))
        .isEqualTo(new Saved.Changed("title: y\n"));
    assertThat(shelf.save("dinsos/usulan", "", "title: z\n"))
        .isEqualTo(new Saved.Changed("title: y\n"));
    Files.delete(root.resolve("dinsos/usulan.yaml"));
    assertThat(shelf.save("dinsos/usulan", first.sha256(), "title: z\n"))
        .isEqualTo(new Saved.Changed(""));
  }

  @ParameterizedTest
  @CsvSource({
    "dinsos,../x",
    "..,x",
    "dinsos,x/y",
    "codes,x",
    "panels,x",
    "dinsos,X",
    "dinsos,.x",
    "'',x",
    "dinsos,''",
    "dinsos,x.yaml"
  })
  void aNameIsNoPath(String agency, String dataset) {
    assertThat(MappingShelf.id(agency, dataset)).isEmpty();
    assertThatThrownBy(() -> shelf.save(agency + "/" + dataset, "", "title: x\n"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void followsNoLinks(@TempDir Path elsewhere) throws IOException {
    Files.createSymbolicLink(root.resolve("dinsos"), elsewhere);

    assertThatThrownBy(() -> shelf.save("dinsos/usulan", "", "title: x\n"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(elsewhere).isEmptyDirectory();
  }

  @Test
  void aDigestIsOfTheBytes() throws IOException {
    Files.createDirectories(root.resolve("dinsos"));
    Files.writeString(root.resolve("dinsos/usulan.yaml"), "title: x\n");
    Optional<String> now = shelf.content("dinsos/usulan");

    assertThat(MappingShelf.digest(now))
        .isEqualTo(Archive.digest(root.resolve("dinsos/usulan.yaml")));
    assertThat(MappingShelf.digest(Optional.empty())).isEmpty();
  }
}
