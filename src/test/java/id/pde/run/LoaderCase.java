package id.pde.run;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.codes.CodeLists;
import id.pde.mapping.Mapping;
import id.pde.mapping.TargetSpec.LoadMode;
import id.pde.mapping.TargetSpec.Repeated;
import id.pde.mapping.Tolerance;
import id.pde.mapping.Tolerance.Empty;
import id.pde.model.Issue;
import id.pde.model.Location;
import id.pde.model.RunOutcome;
import id.pde.model.Severity;
import id.pde.model.Text;
import id.pde.run.LoadRequest.Choices;
import id.pde.run.TargetRefused.Persistence;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A loader between hand-written ports, for the tests of what it decides. */
abstract class LoaderCase {

  static final Tolerance LENIENT =
      new Tolerance(BigDecimal.ONE, 500, new BigDecimal("0.20"), Empty.REFUSE);
  static final Issue RAGGED = issue("row.ragged", Severity.REJECT);

  final FakeWarehouse warehouse = new FakeWarehouse();
  final FakeSource source = new FakeSource().headings();
  final List<RunStep> steps = new ArrayList<>();

  void assertRefused(RunReport report, String code) {
    assertThat(report.outcome()).isEqualTo(RunOutcome.REFUSED);
    assertThat(report.details().get(0).code()).isEqualTo(code);
    assertThat(report.counts().balances()).isTrue();
    assertThat(warehouse.ledger.get(report.run())).isEqualTo(report);
    assertThat(warehouse.quarantine).isEmpty();
  }

  RunReport load(Mapping mapping) {
    return loader().load(request(mapping, Choices.DEFAULT));
  }

  LoadRequest request(Mapping mapping, Choices choices) {
    return new LoadRequest(mapping, Samples.delivery(null), choices, listener());
  }

  LoadRequest claimed(UUID claim) {
    return new LoadRequest(Samples.merge(), Samples.delivery(claim), Choices.DEFAULT, listener());
  }

  RunListener listener() {
    return new RunListener() {
      @Override
      public void reached(RunStep step) {
        steps.add(step);
      }
    };
  }

  Loader loader() {
    return new Loader(ports(), new NormaliserChecks(CodeLists.NONE), clock());
  }

  Loader.Ports ports() {
    return new Loader.Ports(source, warehouse, warehouse);
  }

  static InstantSource clock() {
    return InstantSource.fixed(Instant.parse("2026-11-20T03:00:00Z"));
  }

  static Mapping mapping(LoadMode load, Tolerance tolerance) {
    return Samples.mapping(load, Repeated.REJECT, tolerance);
  }

  static TargetUnavailable unavailable() {
    return new TargetUnavailable(issue("target.unavailable", Severity.REFUSE), null);
  }

  static TargetRefused refused(Persistence persistence) {
    return new TargetRefused(issue("target.refused", Severity.REFUSE), null, persistence);
  }

  static Issue issue(String code, Severity severity) {
    return Issue.of(
        code,
        severity,
        new Location.Whole("harga.csv"),
        new Issue.Advice(
            "rule", new Text("id " + code, "en " + code), new Text("perbaiki", "fix")));
  }
}
