package id.pde.run;

import id.pde.mapping.ColumnSpec;
import id.pde.mapping.ColumnSpec.Policies;
import id.pde.mapping.ColumnSpec.Protect;
import id.pde.mapping.Mapping;
import id.pde.model.FilterReason;
import id.pde.model.Header;
import id.pde.model.Issue;
import id.pde.model.Outcome;
import id.pde.model.Row;
import id.pde.model.Severity;
import id.pde.normalise.Binding;
import id.pde.normalise.Binding.Bound;
import id.pde.normalise.Sight;
import id.pde.run.Checks.Fit;
import id.pde.run.LoadRequest.Choices;
import id.pde.run.RowSource.RowVisitor;
import id.pde.run.Tried.Fate;
import id.pde.run.Tried.Line;
import id.pde.run.Tried.Sums;
import id.pde.run.Tried.Value;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads a whole file as a load would, with the same readers and checks, and writes nothing. What
 * the table decides - keys that are there already, totals, tolerances - is for a plan to say.
 */
public final class Tryout implements RowVisitor {

  private static final int TABLES = 200;
  private static final int NOTES = 100;
  private static final int LONGEST = 200;
  private static final long PROGRESS = 5_000;

  private final Mapping mapping;
  private final DatedChecks checks;
  private final RunListener listener;
  private final List<Header> tables = new ArrayList<>();
  private final List<Line> rows = new ArrayList<>();
  private final List<Issue> notes = new ArrayList<>();
  private final Map<FilterReason, Long> reasons = new EnumMap<>(FilterReason.class);
  private final TriedFaults faults = new TriedFaults();
  private final long[] filled;
  private final long[] faulty;
  private Mapping variant;
  private @Nullable Function<Row, Outcome> check;
  private @Nullable Binding binding;
  private @Nullable Sight sight;
  private long read;
  private long accepted;
  private long rejected;
  private long filtered;

  private Tryout(LoadRequest request, Mapping mapping, Checks checks) {
    this.mapping = mapping;
    this.variant = request.mapping();
    this.checks = new DatedChecks(checks, request);
    this.listener = request.listener();
    this.filled = new long[mapping.columns().size()];
    this.faulty = new long[mapping.columns().size()];
  }

  /** Tries a mapping, with the code lists that it uses, on a file. */
  public static Tried of(Path file, MappingFiles.Found found, RowSource source, RunListener told) {
    Mapping mapping = Objects.requireNonNull(found.mapping(), "a mapping without faults");
    Delivery delivery = Archive.look(file, FileNames.of(file));
    LoadRequest request = new LoadRequest(unprotected(mapping), delivery, Choices.DEFAULT, told);
    Checks checks = EvidenceReading.settle(request, source, new NormaliserChecks(found.codes()));
    Tryout tryout = new Tryout(request, mapping, checks);
    Issue stopped = null;
    try {
      source.read(delivery, request.mapping(), tryout);
    } catch (SourceUnreadable | LimitExceeded why) {
      stopped = why.issue();
    }
    told.rows(tryout.read);
    return tryout.result(stopped);
  }

  /** Values are hidden from people here, so that no key of pseudonyms is needed. */
  private static Mapping unprotected(Mapping mapping) {
    return mapping.with(mapping.columns().stream().map(Tryout::unprotected).toList());
  }

  private static ColumnSpec unprotected(ColumnSpec column) {
    Policies policies = column.policies();
    return new ColumnSpec(
        column.name(),
        column.from(),
        column.virtual(),
        column.type(),
        column.required(),
        column.reading(),
        new Policies(policies.invalid(), policies.unknown(), Protect.NONE),
        column.dataClass(),
        column.title(),
        column.description(),
        column.place());
  }

  private Tried result(@Nullable Issue stopped) {
    List<Tried.Column> columns = new ArrayList<>();
    for (int i = 0; i < filled.length; i++) {
      columns.add(new Tried.Column(mapping.columns().get(i).name(), filled[i], faulty[i]));
    }
    Sums sums = new Sums(read, accepted, rejected, filtered, reasons);
    return new Tried(tables, rows, sums, columns, faults.kinds(), notes, stopped);
  }

  @Override
  public void layout(Mapping which) {
    variant = which;
  }

  @Override
  public void table(Header header) {
    if (tables.size() < TABLES) {
      tables.add(header);
    }
    Fit fit = checks.fit(variant, header);
    if (fit instanceof Fit.Misfit misfit) {
      misfit.faults().forEach(faults::add);
      throw new SourceUnreadable(misfit.faults().get(0), null);
    }
    Fit.Fits fits = (Fit.Fits) fit;
    fits.notes().forEach(this::note);
    check = fits.check();
    binding = Binding.bind(variant, header) instanceof Bound.Fits bound ? bound.binding() : null;
    sight = Sight.of(mapping, header);
  }

  @Override
  public void row(Row row) {
    countRead();
    Outcome outcome = Objects.requireNonNull(check, "a table comes before its rows").apply(row);
    if (outcome instanceof Outcome.Rejected refused) {
      reject(row, refused.issues());
    } else if (outcome instanceof Outcome.Filtered left) {
      filter(row, left.reason());
    } else {
      List<Issue> issues =
          outcome instanceof Outcome.Accepted taken ? taken.issues() : List.<Issue>of();
      accepted++;
      issues.forEach(faults::add);
      count(row, issues);
      show(row, Fate.ACCEPTED, issues, outcome);
    }
  }

  @Override
  public void rejected(Row row, List<Issue> issues) {
    countRead();
    reject(row, issues);
  }

  @Override
  public void filtered(Row row, FilterReason reason) {
    countRead();
    filter(row, reason);
  }

  @Override
  public void note(Issue issue) {
    if (notes.size() < NOTES) {
      notes.add(issue);
    }
    if (issue.severity() != Severity.WARN) {
      faults.add(issue);
    }
  }

  private void countRead() {
    read++;
    if (read % PROGRESS == 0) {
      listener.rows(read);
    }
  }

  private void reject(Row row, List<Issue> issues) {
    rejected++;
    issues.forEach(faults::add);
    count(row, issues);
    show(row, Fate.REJECTED, issues, null);
  }

  private void filter(Row row, FilterReason reason) {
    filtered++;
    reasons.merge(reason, 1L, Long::sum);
    show(row, Fate.FILTERED, List.of(), null);
  }

  private void count(Row row, List<Issue> issues) {
    for (int i = 0; i < filled.length; i++) {
      if (!before(row, i).isBlank()) {
        filled[i]++;
        faulty[i] += speaksOf(issues, i) ? 1 : 0;
      }
    }
  }

  private boolean speaksOf(List<Issue> issues, int column) {
    String name = mapping.columns().get(column).name();
    return issues.stream().anyMatch(issue -> name.equals(issue.column()));
  }

  private String before(Row row, int column) {
    Binding bound = binding;
    int field = bound == null ? -1 : bound.field(column);
    String text = field < 0 || field >= row.size() ? null : row.text(field);
    return text == null ? "" : text;
  }

  private void show(Row row, Fate fate, List<Issue> issues, @Nullable Outcome outcome) {
    if (rows.size() == Tried.SHOWN) {
      return;
    }
    List<Value> values = new ArrayList<>();
    for (int i = 0; i < filled.length; i++) {
      Object after = outcome instanceof Outcome.Accepted taken ? taken.record().value(i) : null;
      values.add(
          new Value(
              seen(i, before(row, i)),
              seen(i, after == null ? "" : String.valueOf(after)),
              speaksOf(issues, i)));
    }
    boolean sheet = row.header().origin() == Header.Origin.SHEET;
    String place = sheet ? row.reference() : row.location(-1).shown();
    rows.add(new Line(place, fate, values, issues));
  }

  private String seen(int column, String text) {
    ColumnSpec spec = mapping.columns().get(column);
    Binding bound = binding;
    Sight seeing = sight;
    boolean open = seeing != null && seeing.open(spec, bound == null ? -1 : bound.field(column));
    if (text.isEmpty() || open) {
      return text.length() <= LONGEST
          ? text
          : text.substring(0, text.offsetByCodePoints(0, LONGEST / 2)) + "...";
    }
    return Issue.REDACTED;
  }
}
