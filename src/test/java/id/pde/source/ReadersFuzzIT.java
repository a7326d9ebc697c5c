package id.pde.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import id.pde.mapping.Mapping;
import id.pde.mapping.SourceSpec.SheetChoice;
import id.pde.model.FilterReason;
import id.pde.model.Header;
import id.pde.model.Issue;
import id.pde.model.Row;
import id.pde.run.Delivery;
import id.pde.run.RowSource.RowVisitor;
import id.pde.run.RunStopped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every reader against damaged files of its format: each is read, or refused in words, and neither
 * takes long. Twenty seconds a format; {@code -Dfuzz.seconds} and {@code -Dfuzz.seed} change it.
 */
@Timeout(value = 30, unit = TimeUnit.MINUTES)
class ReadersFuzzIT {

  private static final int HANGS = 30;
  private static final long SEED = Long.getLong("fuzz.seed", 20_261_124L);
  private static final Duration TIME = Duration.ofSeconds(Integer.getInteger("fuzz.seconds", 20));
  private static final Mapping MAPPING =
      Mappings.of(Mappings.sheet(new SheetChoice.All()), "NO", "KELURAHAN", "JUMLAH");

  @TempDir Path folder = Path.of("");

  /** Real files of one format. */
  record Format(FileKind kind, List<Path> originals) {
    @Override
    public String toString() {
      return kind.name();
    }
  }

  static Stream<Format> formats() throws IOException {
    List<Format> formats = new ArrayList<>();
    for (FileKind kind : FileKind.values()) {
      if (kind.refusal() == null) {
        formats.add(new Format(kind, originals(kind)));
      }
    }
    return formats.stream();
  }

  private static List<Path> originals(FileKind kind) throws IOException {
    List<Path> found = new ArrayList<>();
    for (Path root :
        List.of(Path.of("src/main/demo"), Path.of("src/test/resources/id/pde/source"))) {
      if (!Files.isDirectory(root)) {
        continue;
      }
      try (Stream<Path> files = Files.walk(root)) {
        for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
          if (FileSniffer.kind(file) == kind) {
            found.add(file);
          }
        }
      }
    }
    return found;
  }

  @ParameterizedTest
  @MethodSource("formats")
  void aDamagedFileIsReadOrRefused(Format format) throws Exception {
    assertThat(format.originals()).as("real files of " + format.kind().name()).isNotEmpty();
    Mutation mutation = new Mutation(new Random(SEED));
    ExecutorService worker = Executors.newSingleThreadExecutor();
    try {
      long end = System.nanoTime() + TIME.toNanos();
      Tally tally = new Tally();
      for (int round = 0; System.nanoTime() < end; round++) {
        Path original = format.originals().get(round % format.originals().size());
        byte[] damaged = mutation.of(Files.readAllBytes(original));
        attempt(
            worker,
            format,
            damaged,
            original.getFileName() + " in round " + round + ", seed " + SEED,
            tally);
      }
      report(format, tally);
    } finally {
      worker.shutdownNow();
    }
  }

  /** What became of the damaged files. */
  private static final class Tally {
    private int read;
    private int refused;
  }

  private static void report(Format format, Tally tally) throws IOException {
    String evidence = System.getProperty("pde.evidence", "");
    if (evidence.isEmpty()) {
      return;
    }
    String line =
        String.format(
            Locale.ROOT,
            "%s %s: %d s, seed %d, %d real files, %d rounds, %d read, %d refused, 0 hangs, 0 crashes%n",
            LocalDate.now(ZoneOffset.UTC),
            format.kind().name(),
            TIME.toSeconds(),
            SEED,
            format.originals().size(),
            tally.read + tally.refused,
            tally.read,
            tally.refused);
    Files.writeString(
        Files.createDirectories(Path.of(evidence)).resolve("fuzz-" + format.kind().name() + ".txt"),
        line);
  }

  private void attempt(
      ExecutorService worker, Format format, byte[] content, String what, Tally tally)
      throws Exception {
    Path file = Files.write(folder.resolve("damaged"), content);
    Thread[] reader = new Thread[1];
    Future<Boolean> reading =
        worker.submit(
            () -> {
              reader[0] = Thread.currentThread();
              return read(file, content.length, format.kind());
            });
    try {
      if (reading.get(HANGS, TimeUnit.SECONDS)) {
        tally.read++;
      } else {
        tally.refused++;
      }
    } catch (TimeoutException hangs) {
      fail(what + " hangs: " + Arrays.toString(reader[0].getStackTrace()), hangs);
    } catch (ExecutionException broken) {
      fail(what, broken.getCause());
    }
  }

  /** Whether anybody could read it. */
  private static boolean read(Path file, long bytes, FileKind original) {
    Readers readers = new Readers();
    Delivery delivery = new Delivery("damaged", file, "0", bytes, Delivery.Form.FILE, null);
    List<Runnable> ways =
        List.of(
            () -> readers.read(delivery, MAPPING, new Nobody()),
            () -> readers.sheets(file),
            () -> readers.raw(file, 0, (number, cells) -> {}));
    // Asked of every file first, outside the wall that stands around reading.
    readers.holds(file);
    boolean read = false;
    for (Runnable way : ways) {
      try {
        way.run();
        read = true;
      } catch (RunStopped refused) {
        assertThat(refused.issue().message().id()).isNotEmpty();
        // The wall turns what a reader throws for want of memory into a refusal.
        // Jackcess alone asks for one array of a length that a damaged file gives, up to 1 GB: that
        // fails at once, and uses no memory up.
        if (original != FileKind.MDB) {
          assertThat(refused.issue().code()).isNotEqualTo("limit.memory");
        }
      }
    }
    return read;
  }

  /** Takes everything and keeps nothing, so that only the reader's own memory counts. */
  private static final class Nobody implements RowVisitor {
    @Override
    public void table(Header header) {}

    @Override
    public void row(Row row) {}

    @Override
    public void rejected(Row row, List<Issue> issues) {}

    @Override
    public void filtered(Row row, FilterReason reason) {}

    @Override
    public void note(Issue issue) {}
  }
}
