package id.pde.receipt;

import id.pde.model.Counts;
import id.pde.model.Issue;
import id.pde.model.Location;
import id.pde.model.Period;
import id.pde.model.RunOutcome;
import id.pde.model.Severity;
import id.pde.model.Text;
import id.pde.run.Delivery;
import id.pde.run.Ledger;
import id.pde.run.RunReport;
import id.pde.run.RunReport.IssueCount;
import id.pde.run.total.RegionTotals;
import id.pde.run.total.RegionTotals.Part;
import id.pde.run.total.RegionTotals.Summed;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reports of runs, and a ledger that knows the rejected rows of each. */
final class Reports implements Ledger {

  final List<RejectedRow> rejected = new ArrayList<>();

  static final Issue NIK =
      new Issue(
          "nik.damaged",
          Severity.REJECT,
          new Location.Line(3, 2, "NIK"),
          "nik",
          "3.57401E+15",
          false,
          "nik",
          new Text("\"3.57401E+15\" bukan NIK", "\"3.57401E+15\" is not a NIK"),
          new Text("tulis NIK sebagai teks 16 angka", "write the NIK as a text of 16 digits"));

  static final Issue PRICE =
      new Issue(
          "decimal.ambiguous",
          Severity.REJECT,
          new Location.SheetCell("Harga", 17, 4),
          "harga",
          "1.234",
          true,
          "decimal(12,2)",
          new Text("\"1.234\" dapat dibaca dua cara", "\"1.234\" can be read in two ways"),
          new Text("nyatakan decimal", "declare decimal"));

  static final RegionTotals TOTALS =
      new RegionTotals(
          List.of(
              new Summed("siswa", new Text("Siswa", "Pupils")),
              new Summed("dana", new Text("Dana BOS", "School fund"))),
          List.of(
              new Part("35.74.01", "Kademangan", 1000, sums("12345", "98765432.50")),
              new Part("35.74.02", "Kanigaran", 190, sums("7", "0.00")),
              new Part(null, null, 10, sums("1", null))));

  private static List<@Nullable BigDecimal> sums(@Nullable String... texts) {
    return Stream.of(texts).map(text -> text == null ? null : new BigDecimal(text)).toList();
  }

  static RunReport loaded(long run, String name) {
    return report(run, name, new Shape(RunOutcome.LOADED, counts(1200, 1200, 0), List.of(), null))
        .with(TOTALS);
  }

  static RunReport withRejects(long run, String name) {
    return report(
        run,
        name,
        new Shape(
            RunOutcome.LOADED_WITH_REJECTS, counts(1200, 1197, 3), List.of(NIK, PRICE), null));
  }

  static RunReport refused(long run, String name) {
    Issue empty =
        Issue.of(
            "file.empty",
            Severity.REFUSE,
            new Location.Whole(name),
            new Issue.Advice(
                "a delivery has bytes",
                new Text("berkas ini kosong (0 byte)", "this file is empty (0 bytes)"),
                new Text("simpan ulang lalu kirim lagi", "save it and send it again")));
    return report(run, name, new Shape(RunOutcome.REFUSED, Counts.NONE, List.of(empty), null));
  }

  static RunReport tooManyRejects(long run, String name) {
    Issue tolerance =
        Issue.of(
            "tolerance.exceeded",
            Severity.REFUSE,
            new Location.Whole(name),
            new Issue.Advice(
                "tolerance",
                new Text("3 dari 4 baris ditolak", "3 of 4 rows were rejected"),
                new Text("perbaiki baris-baris itu", "correct those rows")));
    return report(
        run,
        name,
        new Shape(RunOutcome.REFUSED, counts(4, 1, 3), List.of(tolerance, NIK, PRICE), null));
  }

  static RunReport duplicate(long run, String name) {
    return report(run, name, new Shape(RunOutcome.DUPLICATE, Counts.NONE, List.of(), 7L));
  }

  static RunReport waiting(long run, String name) {
    return report(run, name, new Shape(RunOutcome.WAITING, Counts.NONE, List.of(), 41L));
  }

  static RunReport failed(long run, String name) {
    return report(run, name, new Shape(RunOutcome.FAILED, Counts.NONE, List.of(), null));
  }

  private record Shape(
      RunOutcome outcome, Counts counts, List<Issue> issues, @Nullable Long related) {}

  private static Counts counts(long read, long accepted, long rejected) {
    return new Counts(read, accepted, rejected, read - accepted - rejected, accepted, 0, 0, 0, 0);
  }

  private static RunReport report(long run, String name, Shape shape) {
    return new RunReport(
        run,
        shape.outcome(),
        shape.outcome() == RunOutcome.WAITING ? Text.same("run 41") : null,
        "disdukcapil/penduduk",
        "aa".repeat(32),
        "disdukcapil",
        "penduduk",
        new RunReport.SourceFile(
            name,
            "ab".repeat(32),
            2048,
            Delivery.Form.FILE,
            UUID.fromString("00000000-0000-0000-0000-000000000001")),
        Period.parse("2026-10").orElseThrow(),
        shape.counts(),
        Map.of(),
        shape.issues().stream()
            .map(
                issue ->
                    new IssueCount(
                        issue.code(),
                        issue.severity(),
                        issue.column(),
                        issue.equals(NIK) ? 2 : 1,
                        issue.location().shown(),
                        issue.open() ? issue.value() : null))
            .toList(),
        shape.issues(),
        new Text("Pesan run " + run + ".", "Message of run " + run + "."),
        Instant.parse("2026-11-24T07:03:10.250Z"),
        Instant.parse("2026-11-24T07:03:12.500Z"),
        false,
        shape.related(),
        false,
        List.of(),
        List.of(),
        RunReport.Undo.NONE);
  }

  @Override
  public void rejects(long run, Consumer<RejectedRow> taker) {
    rejected.forEach(taker);
  }

  @Override
  public List<RunReport> runs(Filter filter) {
    return List.of();
  }

  @Override
  public @Nullable RunReport run(long run) {
    return null;
  }

  @Override
  public List<RunReport> runsOfClaim(UUID claim) {
    return List.of();
  }

  @Override
  public List<RunReport> unanswered() {
    return List.of();
  }

  @Override
  public void answered(long run) {
    // The answers do not say so themselves.
  }
}
