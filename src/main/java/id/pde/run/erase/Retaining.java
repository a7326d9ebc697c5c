package id.pde.run.erase;

import id.pde.mapping.Mapping;
import id.pde.mapping.Retention;
import id.pde.run.Archive;
import id.pde.run.ArchiveContents;
import id.pde.run.Home;
import id.pde.run.Ledger;
import id.pde.run.MappingFiles;
import id.pde.run.Packed;
import id.pde.run.RunReport;
import id.pde.run.erase.ErasureLedger.Count;
import id.pde.run.erase.ErasureLedger.FileDone;
import id.pde.run.erase.ErasureLedger.Note;
import id.pde.run.erase.RetentionLedger.Due;
import id.pde.run.erase.RetentionLedger.Marks;
import id.pde.run.resubmit.Resubmission;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Removes what need not be kept any longer, by policy: {@code privacy.retention} of a mapping for
 * what its deliveries left, else the settings {@code PDE_KEEP_*} of the deployment. Without either
 * a thing is kept. Rows that stand are never removed.
 */
public final class Retaining {

  private static final String STRICT = "strict";

  /** The days of policies. */
  private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");

  private final Ports ports;
  private final Map<String, String> settings;

  /** What it works on. */
  public record Ports(
      Home home,
      Archive archive,
      Ledger ledger,
      MappingFiles mappings,
      ErasureLedger erasures,
      RetentionLedger retention,
      InstantSource clock) {}

  /**
   * @param settings the environment of the deployment
   */
  public Retaining(Ports ports, Map<String, String> settings) {
    this.ports = ports;
    this.settings = Map.copyOf(settings);
  }

  /** What a policy may be about. */
  public enum Matter {
    ARCHIVE,
    QUARANTINE,
    HISTORY,
    OUTBOX,
    /** That receivers were told of runs. */
    EVENTS(Marks.EVENTS),
    /** That files of doors were taken. */
    DOORS(Marks.DOORS);

    private static final String YEAR = "1y";

    private final @Nullable Marks marks;

    Matter() {
      this.marks = null;
    }

    Matter(Marks marks) {
      this.marks = marks;
    }

    /** The setting of the deployment. */
    public String setting() {
      return "PDE_KEEP_" + name();
    }

    /** What holds where the setting is missing; empty: it is kept. */
    String usual() {
      return marks == null ? "" : YEAR;
    }
  }

  /**
   * What is due.
   *
   * @param of a mapping or a table; empty: neither
   * @param policy as it is written; empty: none, so it is kept
   * @param count how many are due
   * @param oldest null: nothing is due
   */
  public record Line(
      Matter matter, String of, String policy, long count, @Nullable Instant oldest) {}

  /** A policy that was read. */
  private record Policy(String written, @Nullable Instant before, boolean strict) {}

  /** What is due now; nothing is changed. */
  public List<Line> due() {
    List<Line> lines = new ArrayList<>();
    Map<String, Policy> archive = policies(Matter.ARCHIVE);
    List<ArchiveContents.Kept> files = files(archive);
    Policy ofArchive = setting(Matter.ARCHIVE);
    lines.add(
        new Line(
            Matter.ARCHIVE,
            "",
            ofArchive.written(),
            files.size(),
            files.stream()
                .map(ArchiveContents.Kept::written)
                .min(Instant::compareTo)
                .orElse(null)));
    policies(Matter.QUARANTINE)
        .forEach(
            (mapping, policy) ->
                add(lines, Matter.QUARANTINE, mapping, policy, quarantine(mapping, policy)));
    Map<String, Policy> history = policies(Matter.HISTORY);
    ports
        .retention()
        .tables()
        .forEach(
            (table, mapping) -> {
              Policy policy = history.getOrDefault(mapping, setting(Matter.HISTORY));
              Instant before = policy.before();
              if (before != null) {
                add(lines, Matter.HISTORY, table, policy, ports.retention().history(table, before));
              }
            });
    List<Path> answers = answers();
    lines.add(
        new Line(
            Matter.OUTBOX, "", setting(Matter.OUTBOX).written(), answers.size(), oldest(answers)));
    for (Matter matter : Matter.values()) {
      if (matter.marks != null) {
        add(lines, matter, "", setting(matter), marks(matter.marks, setting(matter)));
      }
    }
    return lines;
  }

  private Due marks(Marks marks, Policy policy) {
    Instant before = policy.before();
    return before == null ? new Due(0, null) : ports.retention().marks(marks, before);
  }

  private static void add(List<Line> lines, Matter matter, String of, Policy policy, Due due) {
    if (policy.before() != null) {
      lines.add(new Line(matter, of, policy.written(), due.count(), due.oldest()));
    }
  }

  private Due quarantine(String mapping, Policy policy) {
    Instant before = policy.before();
    return before == null ? new Due(0, null) : ports.retention().quarantine(mapping, before);
  }

  /** Removes what is due; how much of what. */
  public List<Count> apply(String who) {
    Instant at = now();
    long number = ports.retention().begin(new Note(who, "retention", policyWords(), "", at));
    Map<String, Long> counts = new TreeMap<>();
    Map<String, Policy> history = policies(Matter.HISTORY);
    ports
        .retention()
        .tables()
        .forEach(
            (table, mapping) -> {
              Instant before = history.getOrDefault(mapping, setting(Matter.HISTORY)).before();
              if (before != null) {
                counts.merge(
                    "history." + table,
                    ports.retention().removeHistory(number, table, before),
                    Long::sum);
              }
            });
    policies(Matter.QUARANTINE)
        .forEach(
            (mapping, policy) -> {
              Instant before = policy.before();
              if (before != null) {
                counts.merge(
                    "pde.quarantine",
                    ports.retention().removeQuarantine(mapping, before),
                    Long::sum);
              }
            });
    for (ArchiveContents.Kept kept : files(policies(Matter.ARCHIVE))) {
      ports.archive().contents().remove(kept.sha256());
      ports.erasures().done(number, new FileDone("archive", kept.sha256(), null, 0));
      counts.merge("archive", 1L, Long::sum);
    }
    for (Path answer : answers()) {
      delete(answer);
      counts.merge("outbox", 1L, Long::sum);
    }
    for (Matter matter : Matter.values()) {
      Instant before = setting(matter).before();
      if (matter.marks != null && before != null) {
        long removed = ports.retention().removeMarks(matter.marks, before);
        counts.merge(matter.marks.table(), removed, Long::sum);
      }
    }
    List<Count> all = new ArrayList<>();
    counts.forEach(
        (place, count) -> {
          if (count > 0) {
            all.add(new Count(place, count));
          }
        });
    ports.erasures().end(number, all);
    return all;
  }

  private String policyWords() {
    return Stream.of(Matter.values())
        .map(matter -> matter.name().toLowerCase(Locale.ROOT) + "=" + setting(matter).written())
        .collect(Collectors.joining(" "));
  }

  /** The bytes that a run needs: its own, and those that they are laid over. */
  private static Set<String> bytes(RunReport run) {
    Set<String> bytes = new HashSet<>();
    bytes.add(run.source().sha256());
    Resubmission what = run.source().resubmission();
    if (what != null) {
      what.joined().forEach(under -> bytes.add(under.sha256()));
    }
    return bytes;
  }

  /** Deliveries all of whose runs are older than their policy, and that no row came from. */
  private List<ArchiveContents.Kept> files(Map<String, Policy> policies) {
    if (policies.values().stream().allMatch(policy -> policy.before() == null)) {
      return List.of();
    }
    Map<String, List<RunReport>> runs = new HashMap<>();
    for (RunReport run : ports.ledger().runs(new Ledger.Filter(null, null, Integer.MAX_VALUE))) {
      bytes(run).forEach(one -> runs.computeIfAbsent(one, any -> new ArrayList<>()).add(run));
    }
    Set<Long> needed = ports.retention().neededRuns();
    Set<String> keptBundles = new HashSet<>();
    List<ArchiveContents.Kept> due = new ArrayList<>();
    List<ArchiveContents.Kept> rest = new ArrayList<>();
    for (ArchiveContents.Kept kept : ports.archive().contents().all()) {
      List<RunReport> of = runs.getOrDefault(kept.sha256(), List.of());
      if (of.isEmpty()) {
        rest.add(kept);
      } else if (of.stream().allMatch(run -> isDue(run, policies, needed))) {
        due.add(kept);
      } else {
        for (RunReport run : of) {
          Packed packed = run.source().packed();
          if (packed != null) {
            keptBundles.add(packed.sha256());
          }
        }
      }
    }
    // A bundle goes with the last of its members; what no run knows goes by its age alone.
    Instant before = setting(Matter.ARCHIVE).before();
    rest.stream()
        .filter(kept -> before != null && kept.written().isBefore(before))
        .filter(kept -> !keptBundles.contains(kept.sha256()))
        .forEach(due::add);
    return due;
  }

  private boolean isDue(RunReport run, Map<String, Policy> policies, Set<Long> needed) {
    Policy policy = policies.getOrDefault(run.mapping(), setting(Matter.ARCHIVE));
    Instant before = policy.before();
    return before != null
        && run.finished().isBefore(before)
        && (policy.strict() || !needed.contains(run.run()));
  }

  private List<Path> answers() {
    Instant before = setting(Matter.OUTBOX).before();
    Path outbox = ports.home().outbox();
    if (before == null || !Files.isDirectory(outbox)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(outbox)) {
      List<Path> due = new ArrayList<>();
      for (Path file :
          files.filter(one -> Files.isRegularFile(one, LinkOption.NOFOLLOW_LINKS)).toList()) {
        if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
          due.add(file);
        }
      }
      return due;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static @Nullable Instant oldest(List<Path> files) {
    try {
      Instant oldest = null;
      for (Path file : files) {
        Instant at = Files.getLastModifiedTime(file).toInstant();
        oldest = oldest == null || at.isBefore(oldest) ? at : oldest;
      }
      return oldest;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** By mapping: what it declares, else the setting. */
  private Map<String, Policy> policies(Matter matter) {
    Map<String, Policy> policies = new TreeMap<>();
    ports.retention().mappings().forEach(mapping -> policies.put(mapping, setting(matter)));
    for (Mapping mapping : ports.mappings().read().mappings().values()) {
      String declared = Retention.declared(mapping);
      if (declared != null && Retention.of(declared).isPresent()) {
        policies.put(mapping.id(), policy(declared, setting(matter).strict()));
      } else {
        policies.putIfAbsent(mapping.id(), setting(matter));
      }
    }
    return policies;
  }

  private Policy setting(Matter matter) {
    String written = settings.getOrDefault(matter.setting(), matter.usual()).strip();
    boolean strict = written.endsWith(" " + STRICT);
    String time = strict ? written.substring(0, written.length() - STRICT.length()) : written;
    return policy(time.strip(), strict);
  }

  private Policy policy(String written, boolean strict) {
    Instant before = Retention.of(written).map(this::horizon).orElse(null);
    return new Policy(
        written.isEmpty() || !strict ? written : written + " " + STRICT, before, strict);
  }

  private Instant horizon(Period kept) {
    return now().atZone(ZONE).toLocalDate().minus(kept).atStartOfDay(ZONE).toInstant();
  }

  private Instant now() {
    return ports.clock().instant().truncatedTo(ChronoUnit.MICROS);
  }
}
