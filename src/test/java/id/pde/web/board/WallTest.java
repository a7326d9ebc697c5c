package id.pde.web.board;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.model.Issue;
import id.pde.run.MappingFiles;
import id.pde.run.board.Figures;
import id.pde.source.codes.CodeListCsv;
import id.pde.web.City;
import id.pde.web.Shelf;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What hangs on the wall where a figure does not come. */
@Timeout(value = 1, unit = TimeUnit.MINUTES)
class WallTest {

  private static final InstantSource NOON =
      InstantSource.fixed(Instant.parse("2026-11-30T05:00:00Z"));

  @TempDir private Path root;

  @BeforeEach
  void aPanel() throws IOException {
    Files.createDirectories(root.resolve("panels"));
    Files.writeString(
        root.resolve("panels/a.yaml"), "{title: A, kind: tile, sql: SELECT 7 AS value}");
  }

  private Wall wall(Figures figures) {
    City city =
        (City)
            Proxy.newProxyInstance(
                City.class.getClassLoader(),
                new Class<?>[] {City.class},
                (self, method, arguments) -> {
                  if (method.getName().equals("figures")) {
                    return figures;
                  }
                  throw new UnsupportedOperationException(method.getName());
                });
    return new Wall(city, new Shelf(new MappingFiles(root, new CodeListCsv()), NOON), NOON);
  }

  private static List<String> codes(Wall wall) {
    return wall.frames().stream()
        .map(Frame::fault)
        .map(Objects::requireNonNull)
        .map(Issue::code)
        .toList();
  }

  @Test
  void whatFailsInPdeIsTold() {
    try (Wall wall =
        wall(
            (question, mappings, stop, visitor) -> {
              throw new IllegalStateException("a bug");
            })) {
      assertThat(codes(wall)).containsExactly("panel.broken");
    }
  }

  @Test
  void whatIsStillComputedIsToldAndComesLater() throws InterruptedException {
    CountDownLatch going = new CountDownLatch(1);
    CountDownLatch asked = new CountDownLatch(1);
    try (Wall wall =
        wall(
            (question, mappings, stop, visitor) -> {
              asked.countDown();
              awaited(going);
              return new Figures.Answer(null, Set.of());
            })) {
      assertThat(codes(wall)).containsExactly("panel.slow");

      asked.await();
      going.countDown();
      // Asked again, it waits for the end of the one that was begun.
      assertThat(codes(wall)).doesNotContain("panel.slow");
    }
  }

  private static void awaited(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException told) {
      Thread.currentThread().interrupt();
    }
  }
}
