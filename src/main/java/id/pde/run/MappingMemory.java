package id.pde.run;

import id.pde.codes.CodeList;
import id.pde.mapping.Mapping;
import id.pde.model.Issue;
import id.pde.run.MappingFiles.Found;
import id.pde.run.MappingFolder.Agency;
import java.lang.ref.SoftReference;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What was read of {@code mappings/}, as long as its files look as they did before they were read.
 * It goes where memory is short. Safe for use by several threads.
 */
final class MappingMemory {

  private static final Duration LATELY = Duration.ofSeconds(1);

  private final Path root;
  private long looked;
  private SoftReference<Known> last = new SoftReference<>(null);

  MappingMemory(Path root) {
    this.root = root;
  }

  /** What is known of the files as they were when somebody last looked, a second ago at most. */
  synchronized Known lately() {
    Known known = last.get();
    return known != null && System.nanoTime() - looked < LATELY.toNanos() ? known : now();
  }

  /** What is known of the files as they are now. */
  synchronized Known now() {
    looked = System.nanoTime();
    // Looked at before it is read: what changes in between looks different the next time.
    FolderPrint print = FolderPrint.of(root, Instant.now());
    Known known = last.get();
    if (known == null || !known.print.equals(print)) {
      known = new Known(print);
      last = new SoftReference<>(known);
    }
    return known;
  }

  /** A mapping file that was read; null: it is no mapping. */
  record ReadMapping(@Nullable Mapping mapping, List<Issue> faults) {
    ReadMapping {
      faults = List.copyOf(faults);
    }
  }

  /** A code list that was read; null: it is none. */
  record ReadList(@Nullable CodeList list, List<Issue> faults) {
    ReadList {
      faults = List.copyOf(faults);
    }
  }

  /** The agencies that were read. */
  record ReadAgencies(Map<String, Agency> agencies, List<Issue> faults) {
    ReadAgencies {
      agencies = Map.copyOf(agencies);
      faults = List.copyOf(faults);
    }
  }

  /** Each is read when it is first asked for. */
  static final class Known {
    private final FolderPrint print;
    private final Map<String, ReadMapping> mappings = new ConcurrentHashMap<>();
    private final Map<String, ReadList> lists = new ConcurrentHashMap<>();
    private final Map<String, Found> found = new ConcurrentHashMap<>();
    private final Map<String, ReadAgencies> agencies = new ConcurrentHashMap<>();
    private final Map<String, MappingFolder> folders = new ConcurrentHashMap<>();

    private Known(FolderPrint print) {
      this.print = print;
    }

    ReadMapping mapping(Path file, Supplier<ReadMapping> reading) {
      return mappings.computeIfAbsent(file.toString(), name -> reading.get());
    }

    ReadList list(Path file, Supplier<ReadList> reading) {
      return lists.computeIfAbsent(file.toString(), name -> reading.get());
    }

    Found found(String id, Supplier<Found> finding) {
      return found.computeIfAbsent(id, name -> finding.get());
    }

    ReadAgencies agencies(Supplier<ReadAgencies> reading) {
      return agencies.computeIfAbsent("", name -> reading.get());
    }

    MappingFolder folder(Supplier<MappingFolder> reading) {
      return folders.computeIfAbsent("", name -> reading.get());
    }
  }
}
