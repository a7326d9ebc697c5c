package id.pde.source;

import id.pde.codes.CodeLists;
import id.pde.mapping.ColumnSpec;
import id.pde.mapping.DeliveryCheck.Frame;
import id.pde.mapping.Mapping;
import id.pde.model.Counts;
import id.pde.model.FilterReason;
import id.pde.model.Header;
import id.pde.model.Issue;
import id.pde.model.Location;
import id.pde.model.Outcome;
import id.pde.model.Period;
import id.pde.model.Record;
import id.pde.model.Row;
import id.pde.normalise.Dating;
import id.pde.normalise.protect.HmacKey;
import id.pde.run.Checks;
import id.pde.run.Delivery;
import id.pde.run.FakeWarehouse;
import id.pde.run.LoadRequest;
import id.pde.run.LoadRequest.Choices;
import id.pde.run.Loader;
import id.pde.run.NormaliserChecks;
import id.pde.run.RowSource;
import id.pde.run.RunListener;
import id.pde.run.RunReport;
import id.pde.run.Warehouse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A plan of the product's own loader over a file, with a warehouse that only listens: what is
 * accepted, what is filtered and where, and the report with everything else. Repeated keys are the
 * database's to find.
 */
final class GoldenRun {

  final Mapping mapping;
  final List<Taken> accepted = new ArrayList<>();
  final List<Dropped> filtered = new ArrayList<>();
  final List<Header> tables = new ArrayList<>();
  final RunReport report;

  /** A record and the period that it speaks of. */
  record Taken(Record record, @Nullable Period period) {

    List<String> values() {
      List<String> values = new ArrayList<>();
      for (int column = 0; column < record.size(); column++) {
        values.add(Objects.toString(record.value(column), ""));
      }
      if (period != null) {
        values.add(period.text());
      }
      return values;
    }
  }

  /** A filtered row. */
  record Dropped(String place, FilterReason reason) {}

  private static final HmacKey KEY =
      HmacKey.of("golden runs have a key of their own".getBytes(StandardCharsets.US_ASCII));

  private GoldenRun(Mapping mapping, Delivery delivery, CodeLists codes) {
    this.mapping = mapping;
    Loader loader =
        new Loader(
            new Loader.Ports(this::read, new Listening(), new FakeWarehouse()),
            new Watching(new NormaliserChecks(codes, KEY)),
            InstantSource.fixed(Instant.parse("2026-11-20T03:00:00Z")));
    report = loader.plan(new LoadRequest(mapping, delivery, Choices.DEFAULT, new RunListener() {}));
  }

  /** Reads a file that was delivered under this name. */
  static GoldenRun of(Mapping mapping, Path file, String name, CodeLists codes) {
    try {
      Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
      Delivery delivery =
          new Delivery(name, file, "0".repeat(64), Files.size(file), Delivery.Form.FILE, null)
              .in(String.valueOf(folder.getFileName()));
      return new GoldenRun(mapping, delivery, codes);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  List<String> columns() {
    List<String> names = new ArrayList<>(mapping.columns().stream().map(ColumnSpec::name).toList());
    if (accepted.stream().anyMatch(taken -> taken.period() != null)) {
      names.add("_period");
    }
    return names;
  }

  private void read(Delivery delivery, Mapping source, RowSource.RowVisitor visitor) {
    new Readers().read(delivery, source, new Hearing(visitor));
  }

  /** Hears which rows the layout drops. */
  private final class Hearing implements RowSource.RowVisitor {

    private final RowSource.RowVisitor visitor;

    Hearing(RowSource.RowVisitor visitor) {
      this.visitor = visitor;
    }

    @Override
    public void layout(Mapping variant) {
      visitor.layout(variant);
    }

    @Override
    public void table(Header header) {
      tables.add(header);
      visitor.table(header);
    }

    @Override
    public void row(Row row) {
      visitor.row(row);
    }

    @Override
    public void rejected(Row row, List<Issue> issues) {
      visitor.rejected(row, issues);
    }

    @Override
    public void filtered(Row row, FilterReason reason) {
      filtered.add(new Dropped(row.location(-1).shown(), reason));
      visitor.filtered(row, reason);
    }

    @Override
    public void frame(Frame which, Location place, List<String> fields) {
      visitor.frame(which, place, fields);
    }

    @Override
    public void note(Issue issue) {
      visitor.note(issue);
    }
  }

  /** Hears which rows the checks drop. */
  private final class Watching implements Checks {

    private final Checks checks;

    Watching(Checks checks) {
      this.checks = checks;
    }

    @Override
    public Fit fit(Mapping source, Header header, Dating dating) {
      Fit fit = checks.fit(source, header, dating);
      if (!(fit instanceof Fit.Fits fits)) {
        return fit;
      }
      Function<Row, Outcome> check = fits.check();
      return new Fit.Fits(row -> heard(check.apply(row)), fits.view(), fits.notes());
    }

    @Override
    public CodeLists codes() {
      return checks.codes();
    }

    private Outcome heard(Outcome outcome) {
      if (outcome instanceof Outcome.Filtered dropped) {
        filtered.add(new Dropped(dropped.row().location(-1).shown(), dropped.reason()));
      }
      return outcome;
    }
  }

  private final class Listening implements Warehouse {

    @Override
    public long nextRun() {
      return 0;
    }

    @Override
    public Publication open(Order order) {
      return new Heard();
    }

    @Override
    public void record(RunReport told, @Nullable Mapping source) {
      throw new IllegalStateException("a plan leaves no trace");
    }
  }

  private final class Heard implements Warehouse.Publication {

    @Override
    public long run() {
      return 0;
    }

    @Override
    public @Nullable Long duplicateOf(Warehouse.SamePeriod same) {
      return null;
    }

    @Override
    public List<Warehouse.WaitingRow> waiting(long run) {
      return List.of();
    }

    @Override
    public @Nullable Long laterThan(long run) {
      return null;
    }

    @Override
    public void accept(
        Outcome.Accepted outcome, @Nullable Period period, List<@Nullable Long> marks) {
      accepted.add(new Taken(outcome.record(), period));
    }

    @Override
    public void reject(Outcome.Rejected outcome) {
      // The report has its issues.
    }

    @Override
    public Warehouse.Settlement settle() {
      int rows = accepted.size();
      return new Warehouse.Settlement(
          new Counts(0, rows, 0, 0, rows, 0, 0, 0, 0), 0, new NoExclusions());
    }

    @Override
    public void publish(RunReport told) {
      throw new IllegalStateException("a plan publishes nothing");
    }

    @Override
    public void close() {
      // Nothing is held.
    }
  }

  private record NoExclusions() implements Warehouse.Exclusions {
    @Override
    public Warehouse.@Nullable Exclusion next() {
      return null;
    }

    @Override
    public void close() {
      // Nothing is held.
    }
  }
}
