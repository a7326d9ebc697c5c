package id.pde.warehouse;

import id.pde.mapping.Mapping;
import id.pde.model.Counts;
import id.pde.model.Field;
import id.pde.model.FilterReason;
import id.pde.model.Header;
import id.pde.model.Issue;
import id.pde.model.Outcome;
import id.pde.model.Period;
import id.pde.model.Record;
import id.pde.model.Row;
import id.pde.model.RunOutcome;
import id.pde.model.Severity;
import id.pde.model.Text;
import id.pde.run.Delivery;
import id.pde.run.RunListener;
import id.pde.run.RunReport;
import id.pde.run.Warehouse;
import id.pde.run.Warehouse.Exclusion;
import id.pde.run.Warehouse.Intent;
import id.pde.run.Warehouse.Order;
import id.pde.run.Warehouse.Publication;
import id.pde.run.Warehouse.Settlement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Drives publications as the loop of a run does, with rows handed in. */
final class Drive {

  private final Warehouse warehouse;
  private final Mapping mapping;
  private RunListener listener = RunListener.SILENT;
  private Duration patience = Duration.ZERO;
  private String sha256 = "a".repeat(64);

  Drive(Warehouse warehouse, Mapping mapping) {
    this.warehouse = warehouse;
    this.mapping = mapping;
  }

  Drive hearing(RunListener other) {
    listener = other;
    return this;
  }

  Drive patient(Duration other) {
    patience = other;
    return this;
  }

  Drive bytes(String other) {
    sha256 = other;
    return this;
  }

  /** What a run came to. */
  record Result(long run, Counts counts, long present, List<Exclusion> exclusions) {}

  /** Loads rows of values in the mapping's order. */
  Result load(List<@Nullable Object[]> rows) {
    return run(Intent.LOAD, rows, publication -> {});
  }

  Result plan(List<@Nullable Object[]> rows) {
    return run(Intent.PLAN, rows, publication -> {});
  }

  Result run(Intent intent, List<@Nullable Object[]> rows, Consumer<Publication> before) {
    long run = intent == Intent.PLAN ? 0 : warehouse.nextRun();
    Order order = new Order(run, mapping, sha256, intent, patience, listener);
    try (Publication publication = warehouse.open(order)) {
      before.accept(publication);
      for (int i = 0; i < rows.size(); i++) {
        publication.accept(
            new Outcome.Accepted(new Record(row(i + 1, rows.get(i)), rows.get(i)), List.of()),
            new Period("2024"));
      }
      Settlement settlement = publication.settle();
      List<Exclusion> exclusions = exclusions(settlement);
      long filtered = count(exclusions, Exclusion.Why.REPEATED_EQUAL);
      for (Exclusion exclusion : exclusions) {
        if (exclusion.why() != Exclusion.Why.REPEATED_EQUAL) {
          int index = (int) exclusion.ordinal() - 1;
          publication.reject(rejected(row(index + 1, rows.get(index))));
        }
      }
      Counts counts = counts(settlement.counts(), rows.size(), filtered);
      if (intent == Intent.LOAD) {
        publication.publish(report(run, counts, filtered));
      }
      return new Result(run, counts, settlement.present(), exclusions);
    }
  }

  static Outcome.Rejected rejected(Row row) {
    Issue issue =
        new Issue(
            "key.repeated",
            Severity.REJECT,
            row.location(0),
            "a",
            "nilai\u0000mentah",
            false,
            "unique",
            new Text("berulang", "repeated"),
            new Text("perbaiki", "correct it"));
    return new Outcome.Rejected(row, List.of(issue));
  }

  Row row(long ordinal, @Nullable Object[] values) {
    List<Field> fields = new ArrayList<>();
    @Nullable String[] texts = new String[values.length];
    for (int i = 0; i < values.length; i++) {
      fields.add(new Field(mapping.columns().get(i).name(), i + 1));
      texts[i] = values[i] == null ? null : String.valueOf(values[i]);
    }
    Header header = new Header(Header.Origin.TEXT, "", 1, fields);
    return Row.ofTexts(header, ordinal, ordinal + 1, texts);
  }

  RunReport report(long run, Counts counts, long repeated) {
    return new RunReport(
        run,
        counts.rejected() > 0 ? RunOutcome.LOADED_WITH_REJECTS : RunOutcome.LOADED,
        null,
        mapping.id(),
        mapping.text().sha256(),
        mapping.agency(),
        mapping.target().table(),
        new RunReport.SourceFile("contoh.csv", sha256, 10, Delivery.Form.FILE, null),
        new Period("2024"),
        counts,
        repeated == 0 ? Map.of() : Map.of(FilterReason.REPEATED, repeated),
        List.of(
            new RunReport.IssueCount(
                "key.repeated", Severity.REJECT, "a", 1, "line 2, column 1 (a)", null)),
        List.of(),
        new Text("selesai", "done"),
        Instant.parse("2026-01-01T00:00:00Z"),
        Instant.parse("2026-01-01T00:00:01Z"),
        !sha256.startsWith("a"),
        null,
        false,
        List.of(),
        List.of(),
        RunReport.Undo.NONE);
  }

  private static Counts counts(Counts settled, long read, long filtered) {
    return new Counts(
        read,
        settled.accepted(),
        read - settled.accepted() - filtered,
        filtered,
        settled.inserted(),
        settled.updated(),
        settled.unchanged(),
        settled.deleted(),
        0);
  }

  private static List<Exclusion> exclusions(Settlement settlement) {
    List<Exclusion> exclusions = new ArrayList<>();
    try (Warehouse.Exclusions walk = settlement.exclusions()) {
      for (Exclusion next = walk.next(); next != null; next = walk.next()) {
        exclusions.add(next);
      }
    }
    return exclusions;
  }

  private static long count(List<Exclusion> exclusions, Exclusion.Why why) {
    return exclusions.stream().filter(exclusion -> exclusion.why() == why).count();
  }
}
