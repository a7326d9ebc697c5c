package id.pde.run;

import id.pde.mapping.DeliveryCheck;
import id.pde.mapping.Mapping;
import id.pde.model.FilterReason;
import id.pde.model.Header;
import id.pde.model.Issue;
import id.pde.model.Location;
import id.pde.model.Outcome;
import id.pde.model.Row;
import id.pde.run.Checks.Fit;
import id.pde.run.RowSource.RowVisitor;
import id.pde.run.Warehouse.Exclusion;
import id.pde.run.Warehouse.Exclusions;
import id.pde.run.Warehouse.Publication;
import id.pde.run.check.RowFindings;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads the archived delivery again to find the rows that settle took out: only the first reading's
 * ordinals are known by then, and a quarantine keeps rows as delivered.
 */
final class SecondReading implements RowVisitor {

  /** Rejected rows that may wait for the place of the row they repeat. */
  private static final int WAITING = 1_000;

  private final LoadRequest request;
  private final DatedChecks checks;
  private final Publication publication;
  private final RowTally tally;
  private final KeyIssues issues;
  private final ExclusionWindow window;
  private final RowFindings findings;
  private final Map<Long, List<Twin>> awaited = new HashMap<>();
  private final Deque<Twin> waiting = new ArrayDeque<>();
  private final Redacting redacting = new Redacting();
  private Mapping mapping;
  private @Nullable Function<Row, Outcome> check;

  private static final class Twin {
    private final Row row;
    private final Exclusion exclusion;
    private boolean done;

    Twin(Row row, Exclusion exclusion) {
      this.row = row;
      this.exclusion = exclusion;
    }
  }

  /** Everything that was wanted is found. */
  private static final class Enough extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Enough() {
      super("enough", null, false, false);
    }
  }

  SecondReading(LoadRequest request, Checks checks, Publication publication, RowTally tally) {
    this.request = request;
    this.mapping = request.mapping();
    this.checks = new DatedChecks(checks, request);
    this.publication = publication;
    this.tally = tally;
    this.issues = new KeyIssues(request.mapping());
    this.window = new ExclusionWindow();
    this.findings = new RowFindings(request.mapping());
  }

  /** Takes every excluded row out of the accepted ones. */
  void read(RowSource source, Exclusions exclusions) {
    window.fill(exclusions);
    if (window.isEmpty()) {
      return;
    }
    try {
      source.read(request.delivery(), request.mapping(), this);
    } catch (Enough enough) {
      return;
    } catch (SourceUnreadable | LimitExceeded stopped) {
      // It stops where the first reading stopped, which has told of it.
    }
    finish();
  }

  @Override
  public void layout(Mapping variant) {
    mapping = variant;
  }

  @Override
  public void table(Header header) {
    Fit fit = checks.fit(mapping, header);
    check = fit instanceof Fit.Fits right ? right.check() : null;
  }

  @Override
  public void row(Row row) {
    settleTwins(row);
    window.pass(row);
    Exclusion exclusion = window.taken(row.ordinal());
    if (exclusion != null) {
      exclude(row, exclusion);
    }
    if (window.isEmpty() && waiting.isEmpty()) {
      throw new Enough();
    }
  }

  @Override
  public void rejected(Row row, List<Issue> rowIssues) {
    // Counted in the first reading.
  }

  @Override
  public void filtered(Row row, FilterReason reason) {
    // Counted in the first reading.
  }

  @Override
  public void note(Issue issue) {
    // Told in the first reading.
  }

  private void exclude(Row row, Exclusion exclusion) {
    Outcome outcome = check == null ? null : check.apply(row);
    tally.takeBack(outcome instanceof Outcome.Accepted accepted ? accepted : null);
    switch (exclusion.why()) {
      case REPEATED_EQUAL -> tally.countFiltered(FilterReason.REPEATED);
      case REPEATED_KEY -> rejectTwin(new Twin(row, exclusion));
      case LATE -> {
        tally.countFiltered(FilterReason.LATE);
        tally.issues().add(issues.late(row));
      }
      case KEY_NEWER -> reject(row, issues.newer(row));
      case KEY_EXISTS -> reject(row, issues.exists(row));
      case CHECK -> {
        DeliveryCheck broken = mapping.checks().get((int) exclusion.other());
        reject(row, findings.rejected(broken, row));
      }
    }
  }

  private void rejectTwin(Twin twin) {
    Location known = window.place(twin.exclusion.other());
    if (known != null || twin.exclusion.other() < twin.row.ordinal()) {
      rejectRepeated(twin, known);
      return;
    }
    if (waiting.size() >= WAITING) {
      rejectRepeated(waiting.removeFirst(), null);
    }
    waiting.addLast(twin);
    awaited.computeIfAbsent(twin.exclusion.other(), other -> new ArrayList<>()).add(twin);
  }

  private void settleTwins(Row row) {
    List<Twin> twins = awaited.remove(row.ordinal());
    if (twins == null) {
      return;
    }
    for (Twin twin : twins) {
      rejectRepeated(twin, row.location(-1));
    }
    waiting.removeAll(twins);
  }

  private void finish() {
    for (Twin twin : waiting) {
      rejectRepeated(twin, null);
    }
    if (!window.isEmpty()) {
      throw new IllegalStateException("the delivery gave fewer rows when it was read again");
    }
  }

  private void rejectRepeated(Twin twin, @Nullable Location other) {
    if (twin.done) {
      return;
    }
    twin.done = true;
    reject(twin.row, issues.repeated(twin.row, twin.exclusion.other(), other));
  }

  private void reject(Row row, Issue issue) {
    tally.issues().add(issue);
    tally.countRejected();
    if (tally.rejected() <= request.keptRejects()) {
      List<Issue> all = new ArrayList<>();
      all.add(issue);
      all.addAll(warnings(row));
      publication.reject(redacting.of(mapping, new Outcome.Rejected(row, all)));
    }
  }

  private List<Issue> warnings(Row row) {
    if (check != null && check.apply(row) instanceof Outcome.Accepted accepted) {
      return accepted.issues();
    }
    return List.of();
  }
}
