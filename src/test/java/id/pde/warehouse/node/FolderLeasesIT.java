package id.pde.warehouse.node;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.run.node.FolderLeases;
import id.pde.run.node.LeasedTurns;
import id.pde.testing.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One server at a time works on the files of an agency. */
final class FolderLeasesIT {

  private static final Duration LONG = Duration.ofMinutes(1);
  private static final Duration OVER = Duration.ofMillis(-1);
  private static final int NODES = 8;

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private final FolderLeases leases = new PostgresFolderLeases(database::connections);

  @Test
  void whatOneHasNoOtherTakesUntilItIsLeftOrOver() {
    assertThat(leases.take("dinkes", "a", LONG)).isTrue();
    assertThat(leases.take("dinkes", "b", LONG)).isFalse();
    assertThat(leases.take("dinkes", "a", LONG)).as("again").isTrue();
    assertThat(leases.take("dinsos", "b", LONG)).as("another folder").isTrue();

    leases.leave("dinkes", "b");
    assertThat(leases.take("dinkes", "b", LONG)).as("left by one who has it not").isFalse();
    leases.leave("dinkes", "a");
    assertThat(leases.take("dinkes", "b", OVER)).as("left").isTrue();
    assertThat(leases.take("dinkes", "a", LONG)).as("over").isTrue();
    assertThat(leases.take("dinkes", "b", LONG)).as("taken over").isFalse();
  }

  @Test
  void ofManyAtOnceOneGetsIt() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(NODES);
    CyclicBarrier start = new CyclicBarrier(NODES);
    try {
      for (String folder : List.of("satu", "dua", "tiga", "empat", "lima")) {
        List<Callable<Boolean>> takers = new ArrayList<>();
        for (int node = 0; node < NODES; node++) {
          String name = "node" + node;
          takers.add(
              () -> {
                start.await();
                return leases.take(folder, name, LONG);
              });
        }
        int taken = 0;
        for (Future<Boolean> taker : threads.invokeAll(takers)) {
          taken += taker.get() ? 1 : 0;
        }
        assertThat(taken).as(folder).isEqualTo(1);
      }
    } finally {
      threads.shutdownNow();
      assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
    }
  }

  @Test
  void aTurnThatAnotherServerTookIsLost() {
    LeasedTurns silent = new LeasedTurns(leases, "silent", OVER);
    LeasedTurns other = new LeasedTurns(leases, "other", LONG);
    assertThat(silent.take("bpbd")).isTrue();
    assertThat(other.take("bpbd")).isTrue();
    silent.renew();
    assertThat(silent.holds("bpbd")).isFalse();
    assertThat(silent.take("bpbd")).isFalse();
    assertThat(other.holds("bpbd")).isTrue();

    assertThat(other.take("bpbd")).as("twice").isTrue();
    other.leave("bpbd");
    assertThat(silent.take("bpbd")).as("left once of twice").isFalse();
    other.close();
    assertThat(other.holds("bpbd")).isFalse();
    assertThat(silent.take("bpbd")).isTrue();
  }
}
