package id.pde.warehouse.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pde.run.studio.MappingHistory;
import id.pde.run.studio.MappingHistory.Coming;
import id.pde.run.studio.MappingHistory.Entered;
import id.pde.run.studio.MappingShelf;
import id.pde.run.studio.MappingShelf.Saved;
import id.pde.run.studio.MappingVersion;
import id.pde.run.studio.MappingVersion.Fresh;
import id.pde.run.studio.MappingVersion.Origin;
import id.pde.testing.TestDatabase;
import id.pde.warehouse.connection.Connections;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Versions of mappings: numbers without gaps, whoever changes the files and however many at once.
 */
class MappingVersionsIT {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final String ID = "dinsos/usulan";

  @TempDir private Path root;

  private final Connections connections = database.connections();
  private final Pool pool = new Pool(() -> connections);
  private final PostgresMappingVersions versions = new PostgresMappingVersions(pool);
  private MappingHistory history = new MappingHistory(new MappingShelf(Path.of("")), versions);

  @BeforeEach
  void open() {
    history = new MappingHistory(new MappingShelf(root), versions);
  }

  @AfterEach
  void close() {
    pool.run("TRUNCATE pde.mapping_history");
    pool.close();
  }

  private Entered save(String base, String yaml, @Nullable Integer restored) {
    return history.save(new Coming(ID, base, yaml, "ana", " why\nnot ", restored));
  }

  private int saved(String base, String yaml) {
    return Objects.requireNonNull(save(base, yaml, null).version()).number();
  }

  private static String digest(String yaml) {
    return MappingShelf.digest(Optional.of(yaml));
  }

  private Path file() {
    return root.resolve(ID + ".yaml");
  }

  @Test
  void aSaveGetsTheNextNumberAndTheSameTextNone() {
    assertThat(saved("", "title: a\n")).isEqualTo(1);
    assertThat(saved(digest("title: a\n"), "title: b\n")).isEqualTo(2);
    assertThat(saved(digest("title: b\n"), "title: b\n")).isEqualTo(2);

    MappingVersion newest = history.of(ID).get(0);
    assertThat(newest.who()).isEqualTo("ana");
    assertThat(newest.note()).isEqualTo("why not");
    assertThat(newest.origin()).isEqualTo(Origin.SAVED);
    assertThat(history.find(ID, 1))
        .hasValueSatisfying(kept -> assertThat(kept.content()).isEqualTo("title: a\n"));
    assertThat(history.find(ID, 3)).isEmpty();
  }

  @Test
  void anOldTextComesBackAsANewVersion() {
    saved("", "title: a\n");
    saved(digest("title: a\n"), "title: b\n");
    MappingVersion back =
        Objects.requireNonNull(save(digest("title: b\n"), "title: a\n", 1).version());

    assertThat(back.number()).isEqualTo(3);
    assertThat(back.restored()).isEqualTo(1);
    assertThat(file()).hasContent("title: a");
    assertThat(history.of(ID)).extracting(MappingVersion::number).containsExactly(3, 2, 1);
  }

  /** While a change is rolled out, or where somebody forgot one of them. */
  @Test
  void serversWhoseFoldersDifferNoteEachTextOnce(@TempDir Path other) throws IOException {
    Files.createDirectories(root.resolve(ID).getParent());
    Files.writeString(file(), "title: a\n");
    Files.createDirectories(other.resolve(ID).getParent());
    Files.writeString(other.resolve(ID + ".yaml"), "title: b\n");
    MappingHistory there = new MappingHistory(new MappingShelf(other), versions);
    for (int times = 0; times < 3; times++) {
      history.seeAll();
      there.seeAll();
      assertThat(history.of(ID)).isEqualTo(there.of(ID));
    }
    assertThat(versions.of(ID)).hasSize(2);

    Files.writeString(file(), "title: b\n");
    history.seeAll();
    assertThat(versions.of(ID)).hasSize(2);
    Files.writeString(file(), "title: a\n");
    history.seeAll();
    assertThat(versions.of(ID)).hasSize(3);
  }

  @Test
  void aFileThatWasChangedByHandIsNotedBeforeTheNextSave() throws IOException {
    saved("", "title: a\n");
    Files.writeString(file(), "title: hand\n");
    assertThat(save(digest("title: a\n"), "title: late\n", null).saved())
        .isEqualTo(new Saved.Changed("title: hand\n"));
    assertThat(saved(digest("title: hand\n"), "title: b\n")).isEqualTo(3);

    MappingVersion hand = history.of(ID).get(1);
    assertThat(hand.origin()).isEqualTo(Origin.FILE);
    assertThat(hand.who()).isEmpty();
    Files.writeString(file(), "title: a\n");
    assertThat(history.of(ID)).extracting(MappingVersion::number).startsWith(4);
    assertThat(history.of(ID)).hasSize(4);
  }

  @Test
  void theWholeFolderIsSeenOnce() throws IOException {
    for (String id : List.of("dinsos/a", "dkupp/b")) {
      Files.createDirectories(Objects.requireNonNull(root.resolve(id).getParent()));
      Files.writeString(root.resolve(id + ".yaml"), "title: " + id + "\n");
    }
    Files.write(root.resolve("dinsos/c.yaml"), new byte[] {(byte) 0xff, 0});
    Files.createSymbolicLink(root.resolve("dinsos/d.yaml"), root.resolve("dinsos/a.yaml"));
    history.seeAll();
    history.seeAll();

    assertThat(versions.newest()).containsOnlyKeys("dinsos/a", "dkupp/b");
    assertThat(versions.of("dinsos/a")).hasSize(1);
    assertThat(versions.of("dinsos/d")).isEmpty();
  }

  @Test
  void aMappingWhoseFileIsGoneComesBack() throws IOException {
    saved("", "title: a\n");
    Files.delete(file());
    assertThat(history.of(ID)).hasSize(1);
    assertThat(save(digest("title: a\n"), "title: a\n", 1).saved())
        .isEqualTo(new Saved.Changed(""));

    // The same text as the newest version: there is nothing new to number.
    assertThat(Objects.requireNonNull(save("", "title: a\n", 1).version()).number()).isEqualTo(1);
    assertThat(file()).hasContent("title: a");
  }

  @Test
  void ofManyWhoSaveAtOnceOneDoes() throws Exception {
    saved("", "title: a\n");
    List<Saved> ends = new ArrayList<>();
    ExecutorService people = Executors.newFixedThreadPool(4);
    try {
      List<Callable<Saved>> all =
          IntStream.range(0, 8)
              .<Callable<Saved>>mapToObj(
                  one -> () -> save(digest("title: a\n"), "title: " + one + "\n", null).saved())
              .toList();
      for (Future<Saved> end : people.invokeAll(all)) {
        ends.add(end.get());
      }
    } finally {
      people.shutdownNow();
    }

    assertThat(ends).filteredOn(Saved.Placed.class::isInstance).hasSize(1);
    assertThat(ends).filteredOn(Saved.Changed.class::isInstance).hasSize(7);
    assertThat(history.of(ID)).extracting(MappingVersion::number).containsExactly(2, 1);
  }

  @Test
  void whatBreaksInTheTurnLeavesNoVersion() {
    assertThatThrownBy(
            () ->
                versions.alone(
                    ID,
                    book -> {
                      book.add(new Fresh("x", "y", Origin.FILE, "", "", null));
                      throw new IllegalStateException("broken");
                    }))
        .hasMessage("broken");
    assertThat(versions.of(ID)).isEmpty();
  }
}
