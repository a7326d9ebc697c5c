package id.pde.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LockedFoldersTest {

  private static final int THREADS = 8;
  private static final int ROUNDS = 30;

  @TempDir private Path root;

  @Test
  void manyInstancesOfOneProcessTakeTurns() throws Exception {
    Path parent = root.resolve("drafts");
    CyclicBarrier start = new CyclicBarrier(THREADS);
    all(
        thread -> {
          try (LockedFolders folders = new LockedFolders(parent, LockedFolders.Lasting.KEPT)) {
            start.await();
            for (int round = 0; round < ROUNDS; round++) {
              Path mine = folders.create(thread + "-" + round);
              folders.sweep();
              assertThat(mine).isDirectory();
              folders.remove(mine);
            }
          }
        });
    try (LockedFolders folders = new LockedFolders(parent, LockedFolders.Lasting.KEPT)) {
      assertThat(folders.all()).isEmpty();
    }
  }

  @Test
  void oneInstanceNeverAdoptsWhatAnotherOneHolds() throws IOException {
    try (LockedFolders first = new LockedFolders(root, LockedFolders.Lasting.KEPT);
        LockedFolders second = new LockedFolders(root, LockedFolders.Lasting.KEPT)) {
      Path folder = first.create("a");
      assertThat(second.adopt(folder)).isFalse();
      assertThat(second.adopt(folder)).isFalse();
      first.release(folder);
      assertThat(second.adopt(folder)).isTrue();
      assertThat(first.adopt(folder)).isFalse();
    }
  }

  @Test
  void aLookOfAnotherInstanceDoesNotDropTheLockThatOtherProcessesSee() throws Exception {
    try (LockedFolders first = new LockedFolders(root, LockedFolders.Lasting.KEPT);
        LockedFolders second = new LockedFolders(root, LockedFolders.Lasting.KEPT)) {
      Path folder = first.create("a");
      second.adopt(folder);
      assertThat(lockedForOthers(folder.resolve("lock"))).isTrue();
    }
  }

  @Test
  void threadsHaveTheirTurnOneAfterAnother() throws Exception {
    CyclicBarrier start = new CyclicBarrier(THREADS);
    AtomicInteger inside = new AtomicInteger();
    List<Integer> crowd = new ArrayList<>();
    all(
        thread -> {
          start.await();
          for (int round = 0; round < ROUNDS; round++) {
            try (FileTurn turn = FileTurn.take(root.resolve("turn"))) {
              assertThat(turn).isNotNull();
              crowd.add(inside.incrementAndGet());
              inside.decrementAndGet();
            }
          }
        });
    assertThat(crowd).hasSize(THREADS * ROUNDS).containsOnly(1);
  }

  /** Asked in a process of its own: within this one, Java answers from its own table. */
  private static boolean lockedForOthers(Path file) throws Exception {
    Process look =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Look.class.getName(),
                file.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    return look.waitFor() == Look.LOCKED;
  }

  /** Tries a lock and says by its exit code whether somebody has it. */
  static final class Look {
    static final int LOCKED = 42;

    private Look() {}

    public static void main(String... words) throws IOException {
      try (FileChannel channel = FileChannel.open(Path.of(words[0]), StandardOpenOption.WRITE)) {
        System.exit(channel.tryLock() == null ? LOCKED : 0);
      }
    }
  }

  /** What one thread does. */
  private interface Part {
    void run(int thread) throws Exception;
  }

  private static void all(Part part) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Callable<Integer>> parts = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        int thread = i;
        parts.add(
            () -> {
              part.run(thread);
              return thread;
            });
      }
      for (Future<Integer> ended : threads.invokeAll(parts)) {
        ended.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }
}
