package id.pde.run.explain;

import id.pde.codes.CodeLists;
import id.pde.mapping.Mapping;
import id.pde.mapping.RecordRules.Rule;
import id.pde.model.Issue;
import id.pde.model.Outcome;
import id.pde.model.Text;
import id.pde.normalise.protect.Pseudonyms;
import id.pde.run.Approval;
import id.pde.run.ArchivedRow;
import id.pde.run.ArchivedRow.Kept;
import id.pde.run.ArchivedRow.Seen;
import id.pde.run.KeyFaults;
import id.pde.run.LimitExceeded;
import id.pde.run.MappingFiles.Found;
import id.pde.run.RunReport;
import id.pde.run.SourceUnreadable;
import id.pde.run.explain.RowVersions.End;
import id.pde.run.explain.RowVersions.How;
import id.pde.run.explain.RowVersions.Standing;
import id.pde.run.explain.RowVersions.Stored;
import id.pde.run.explain.Story.Reading;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells the versions of one row. Remembers runs and mappings that several of them share. */
final class Telling {

  private final Explaining.Ports ports;
  private final Standing table;
  private final Question.Sight sight;
  private final Pseudonyms pseudonyms;
  private final Map<Long, Optional<RunReport>> runs = new HashMap<>();
  private final Map<String, Found> mappings = new HashMap<>();

  Telling(Explaining.Ports ports, Standing table, Question.Sight sight, Pseudonyms pseudonyms) {
    this.ports = ports;
    this.table = table;
    this.sight = sight;
    this.pseudonyms = pseudonyms;
  }

  Standing table() {
    return table;
  }

  Pseudonyms pseudonyms() {
    return pseudonyms;
  }

  /** Personal values that are about to be shown are noted before. */
  void noteReading(List<RowVersions.Version> versions) {
    if (sight == Question.Sight.REDACTED) {
      return;
    }
    Set<String> personal = new TreeSet<>();
    for (RowVersions.Version version : versions) {
      Mapping then = run(version.run()).map(this::mapping).orElseGet(Telling::unknown).mapping();
      version.values().stream()
          .map(Stored::column)
          .filter(column -> isClosed(then, NamesThen.of(table.former(), then).then(column)))
          .forEach(personal::add);
    }
    if (!personal.isEmpty()) {
      ports.versions().noteReading(table, List.copyOf(personal), versions.size());
    }
  }

  Story.Version version(RowVersions.Version now) {
    RunReport run = run(now.run()).orElse(null);
    Kept kept = run == null ? Kept.GONE : ports.archive().kept(run);
    if (kept == Kept.CLOSED && sight == Question.Sight.FROM_ARCHIVE) {
      throw new SourceUnreadable(KeyFaults.archiveClosed(), null);
    }
    // Who cannot show that the archive is theirs to read is shown nothing personal.
    Question.Sight here = kept == Kept.READABLE ? sight : Question.Sight.REDACTED;
    Found then = run == null ? unknown() : mapping(run);
    Mapping mapping = then.mapping();
    NamesThen names = NamesThen.of(table.former(), mapping);
    RowVersions.Version version = names.then(now);
    Set<String> key = table.key().stream().map(names::then).collect(Collectors.toSet());
    LikeVersion likeness = new LikeVersion(version, key, pseudonyms.keyId());
    Looked looked =
        run == null
            ? Looked.missing(ExplainWords.NO_RUN)
            : look(new Asked(version, run, then, kept), likeness);
    Traces traces =
        Traces.of(
            column ->
                here == Question.Sight.REDACTED
                    && (isClosed(mapping, column) || table.closed().contains(names.now(column))),
            mapping,
            looked.seen(),
            new Traces.Look(here, likeness));
    return new Story.Version(
        made(version, run),
        version.row(),
        version.period(),
        ended(version.end()),
        traces.of(version.values()).stream().map(names::now).toList(),
        looked.reading(),
        mapping == null ? List.of() : mapping.records().rules().stream().map(Rule::name).toList(),
        run == null ? List.of() : issues(version, run, looked.seen()),
        run == null ? List.of() : run.checks());
  }

  private record Asked(RowVersions.Version version, RunReport run, Found then, Kept kept) {}

  private record Looked(Reading reading, @Nullable Seen seen) {
    static Looked missing(Text why) {
      return new Looked(new Reading.Missing(why), null);
    }
  }

  private Looked look(Asked asked, LikeVersion likeness) {
    if (asked.kept() != Kept.READABLE) {
      return Looked.missing(ExplainWords.missing(asked.kept()));
    }
    Mapping mapping = asked.then().mapping();
    if (mapping == null) {
      return Looked.missing(ExplainWords.NO_MAPPING);
    }
    try {
      ArchivedRow.Reader reader = new ArchivedRow.Reader(mapping, asked.then().codes(), pseudonyms);
      return ports
          .archive()
          .find(new ArchivedRow.Wanted(asked.run(), asked.version().row(), likeness), reader)
          .map(seen -> new Looked(new Reading.Found(), seen))
          .orElseGet(() -> Looked.missing(ExplainWords.ABSENT));
    } catch (SourceUnreadable | LimitExceeded unreadable) {
      return Looked.missing(ExplainWords.unreadable(unreadable.issue()));
    } catch (UncheckedIOException broken) {
      return Looked.missing(ExplainWords.GONE);
    }
  }

  /** Whether it was personal or protected by the mapping of its run, or by the last one. */
  private boolean isClosed(@Nullable Mapping then, String column) {
    int index = then == null ? -1 : then.column(column);
    boolean closedThen = then != null && index >= 0 && !then.columns().get(index).open();
    return closedThen || table.closed().contains(column);
  }

  private Optional<RunReport> run(long number) {
    return runs.computeIfAbsent(number, one -> Optional.ofNullable(ports.ledger().run(one)));
  }

  private Found mapping(RunReport run) {
    return mappings.computeIfAbsent(
        run.mapping() + " " + run.mappingSha256(),
        key ->
            ports
                .versions()
                .mapping(run.mapping(), run.mappingSha256())
                .map(ports.mappings()::kept)
                .orElseGet(Telling::unknown));
  }

  private static Found unknown() {
    return new Found(null, null, CodeLists.NONE, List.of());
  }

  private Story.Made made(RowVersions.Version version, @Nullable RunReport run) {
    Story.Again again = again(version.since());
    return run == null
        ? new Story.Made(version.run(), null, "", "", null, null, null, again)
        : new Story.Made(
            run.run(),
            run.finished(),
            run.mapping(),
            run.mappingSha256(),
            ports.versions().mappingNumber(run.run()).orElse(null),
            run.source(),
            approvedBy(run),
            again);
  }

  private static @Nullable String approvedBy(RunReport run) {
    Approval approval = run.approval();
    Approval.Decision decision = approval == null ? null : approval.decision();
    return decision == null ? null : decision.by();
  }

  private Story.@Nullable Again again(@Nullable Long since) {
    if (since == null) {
      return null;
    }
    RunReport undo = run(since).orElse(null);
    return new Story.Again(since, undo == null ? null : undo.undo().of());
  }

  private Story.@Nullable Ended ended(@Nullable End end) {
    if (end == null) {
      return null;
    }
    RunReport by = run(end.run()).orElse(null);
    Long undone = by == null ? null : by.undo().of();
    Story.Way way =
        undone != null
            ? Story.Way.TAKEN_BACK
            : end.how() == How.DELETE ? Story.Way.DELETED : Story.Way.REPLACED;
    return new Story.Ended(end.run(), by == null ? null : by.finished(), way, undone);
  }

  /** What the row breaks by itself, and what the ledger kept of the checks of the delivery. */
  private static List<Issue> issues(
      RowVersions.Version version, RunReport run, @Nullable Seen seen) {
    if (seen == null) {
      return run.details().stream()
          .filter(issue -> RowPlace.of(issue.location()).equals(version.row()))
          .toList();
    }
    List<Issue> issues = new ArrayList<>();
    if (seen.outcome() instanceof Outcome.Accepted accepted) {
      issues.addAll(accepted.issues());
    } else if (seen.outcome() instanceof Outcome.Rejected rejected) {
      issues.addAll(rejected.issues());
    }
    Set<String> places = RowPlace.shown(seen.row());
    run.details().stream()
        .filter(issue -> issue.code().startsWith("check."))
        .filter(issue -> places.contains(issue.location().shown()))
        .forEach(issues::add);
    return issues;
  }
}
