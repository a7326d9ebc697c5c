package id.pde.run;

import id.pde.model.Period;
import id.pde.run.ArchiveLabel.Way;
import id.pde.run.Ledger.Trace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds what the archive has and the ledger does not know, as after a restore of the database. */
public final class Reconciling {

  private final Archive archive;
  private final Ledger ledger;
  private final UnaryOperator<String> ids;

  /**
   * @param ids gives the present id of a mapping that went by another one
   */
  public Reconciling(Archive archive, Ledger ledger, UnaryOperator<String> ids) {
    this.archive = archive;
    this.ledger = ledger;
    this.ids = ids;
  }

  /**
   * A delivery that the ledger does not know.
   *
   * @param at when it came, or when its bytes were written
   * @param label null: the archive keeps nothing but the bytes
   */
  public record Missing(String sha256, long bytes, Instant at, @Nullable ArchiveLabel label) {

    /** What the archive finds it by. */
    public RunReport.SourceFile source() {
      return label == null
          ? new RunReport.SourceFile(sha256, sha256, bytes, Delivery.Form.FILE, null)
          : new RunReport.SourceFile(
              label.name(), sha256, bytes, label.form(), null, label.packed());
    }

    /** The mapping it went through; null: nobody knows. */
    public @Nullable Way way() {
      return label == null ? null : label.way();
    }
  }

  /** As they came. Each delivery once for every mapping that it went through. */
  public List<Missing> missing() {
    Map<String, List<Trace>> known =
        ledger.traces().stream().collect(Collectors.groupingBy(Trace::sha256));
    Set<String> bundles = new HashSet<>();
    known.values().forEach(traces -> traces.forEach(trace -> bundles.add(trace.bundle())));
    List<ArchiveContents.Kept> all = archive.contents().all();
    // Members have labels of their own, so their bundle need not come again.
    for (ArchiveContents.Kept kept : all) {
      for (ArchiveLabel label : kept.labels()) {
        Packed packed = label.packed();
        if (packed != null) {
          bundles.add(packed.sha256());
        }
      }
    }
    List<Missing> missing = new ArrayList<>();
    for (ArchiveContents.Kept gone : archive.contents().erased()) {
      if (!bundles.contains(gone.sha256())) {
        missing.addAll(missing(gone, known.getOrDefault(gone.sha256(), List.of())));
      }
    }
    for (ArchiveContents.Kept kept : all) {
      List<Trace> traces = known.getOrDefault(kept.sha256(), List.of());
      if (!bundles.contains(kept.sha256())) {
        missing.addAll(missing(kept, traces));
      }
    }
    missing.sort(Comparator.comparing(Missing::at));
    return missing;
  }

  private List<Missing> missing(ArchiveContents.Kept kept, List<Trace> traces) {
    if (kept.labels().isEmpty()) {
      return traces.isEmpty()
          ? List.of(new Missing(kept.sha256(), kept.bytes(), kept.written(), null))
          : List.of();
    }
    boolean anyWay = kept.labels().stream().anyMatch(label -> label.way() != null);
    Map<String, Missing> missing = new LinkedHashMap<>();
    for (ArchiveLabel written : kept.labels()) {
      ArchiveLabel label = written.now(ids);
      Way way = label.way();
      boolean known =
          way == null
              ? anyWay || !traces.isEmpty()
              : traces.stream().anyMatch(trace -> isOf(trace, way));
      if (!known) {
        String key = way == null ? "" : way.mapping() + " " + way.period();
        missing.putIfAbsent(key, new Missing(kept.sha256(), kept.bytes(), label.at(), label));
      }
    }
    return List.copyOf(missing.values());
  }

  private boolean isOf(Trace trace, Way way) {
    Period given = way.period();
    return ids.apply(trace.mapping()).equals(way.mapping())
        && (given == null || given.equals(trace.period()));
  }
}
