package id.pde.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pde.model.Language;
import id.pde.model.Text;
import id.pde.run.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutboxStatesTest {

  private static final Text GROWS = new Text("masih ditulis", "still written");
  private static final Text WAITS = new Text("menunggu", "waits");

  @TempDir private Path root;
  private Path outbox = Path.of("");
  private OutboxStates states = new OutboxStates(new Home(Path.of("")), agency -> Language.ID);

  @BeforeEach
  void begin() {
    Home home = new Home(root);
    outbox = home.outbox().resolve("dinsos");
    states = new OutboxStates(home, agency -> Language.ID);
  }

  @Test
  void eachFileThatWaitsHasOneState() throws IOException {
    states.tell("dinsos", Map.of("a.csv", GROWS, "../b.csv", WAITS));
    assertThat(names()).containsExactly(".._b.csv.status.txt", "a.csv.status.txt");
    assertThat(outbox.resolve("a.csv.status.txt"))
        .hasContent(
            "Kiriman: a.csv\nKeadaan: masih ditulis\n"
                + "Langkah berikutnya: tidak ada; hasilnya menyusul di a.csv.hasil.txt");

    states.tell("dinsos", Map.of("a.csv", WAITS));
    assertThat(names()).containsExactly("a.csv.status.txt");
    assertThat(outbox.resolve("a.csv.status.txt")).content().contains("Keadaan: menunggu");

    states.tell("dinsos", Map.of());
    assertThat(names()).isEmpty();
  }

  @Test
  void whatAnEarlierProcessSaidGoes() throws IOException {
    states.tell("dinsos", Map.of("a.csv", GROWS));
    begin();
    states.tell("dinsos", Map.of());
    assertThat(names()).isEmpty();
  }

  @Test
  void aStateThatStaysIsWrittenOnce() throws IOException {
    states.tell("dinsos", Map.of("a.csv", GROWS));
    Files.delete(outbox.resolve("a.csv.status.txt"));
    states.tell("dinsos", Map.of("a.csv", GROWS));
    assertThat(names()).isEmpty();
  }

  @Test
  void anOutboxThatCannotBeWrittenIsTriedAgain() throws IOException {
    Files.createDirectories(new Home(root).outbox());
    Files.writeString(outbox, "no folder");
    assertThatThrownBy(() -> states.tell("dinsos", Map.of("a.csv", GROWS)))
        .isInstanceOf(UncheckedIOException.class);
    Files.delete(outbox);
    states.tell("dinsos", Map.of("a.csv", GROWS));
    assertThat(names()).containsExactly("a.csv.status.txt");
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(outbox)) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    }
  }
}
