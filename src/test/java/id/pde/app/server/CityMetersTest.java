package id.pde.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.model.Counts;
import id.pde.model.RunOutcome;
import id.pde.model.Text;
import id.pde.run.overview.Overview;
import id.pde.run.overview.Overview.Newest;
import id.pde.run.overview.Quarantine;
import id.pde.run.overview.Quarantine.Share;
import id.pde.run.overview.RunLine;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class CityMetersTest {

  private static final Instant NOW = Instant.parse("2026-03-02T00:00:00Z");

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private List<Newest> newest = List.of();
  private List<Share> shares = List.of();
  private boolean away;
  private Instant now = NOW;

  private final CityMeters meters =
      new CityMeters(
          registry,
          asked(Overview.class, () -> newest),
          asked(Quarantine.class, () -> shares),
          () -> now);

  /** Whatever is asked has the same answer. */
  private <T> T asked(Class<T> kind, Supplier<Object> answer) {
    return kind.cast(
        Proxy.newProxyInstance(
            CityMetersTest.class.getClassLoader(),
            new Class<?>[] {kind},
            (proxy, method, given) -> {
              if (away) {
                throw new IllegalStateException("the connection broke");
              }
              return answer.get();
            }));
  }

  private static RunLine run(String agency, String dataset, Instant finished) {
    return new RunLine(
        1,
        RunOutcome.LOADED,
        agency + "/" + dataset,
        agency,
        dataset,
        dataset + ".csv",
        null,
        Counts.NONE,
        Text.same(""),
        finished,
        finished,
        false,
        null,
        null,
        null);
  }

  private double age(String dataset) {
    return registry.get("pde.dataset.age").tag("dataset", dataset).gauge().value();
  }

  private double open(String agency) {
    return registry.get("pde.rejects.open").tag("agency", agency).gauge().value();
  }

  @Test
  void agesGrowAndAnAgencyWithoutWaitingRowsIsZero() {
    RunLine loaded = run("dinsos", "bantuan", NOW.minusSeconds(60));
    RunLine refused = run("dkupp", "harga", NOW);
    newest =
        List.of(
            new Newest("dinsos/bantuan", loaded, loaded), new Newest("dkupp/harga", refused, null));
    shares = List.of(new Share("dinsos", 1, 7, 1));
    meters.look();

    assertThat(age("dinsos/bantuan")).isEqualTo(60);
    assertThat(open("dinsos")).isEqualTo(7);
    assertThat(open("dkupp")).isZero();
    assertThat(registry.find("pde.dataset.age").tag("dataset", "dkupp/harga").gauge()).isNull();
    now = NOW.plusSeconds(10);
    assertThat(age("dinsos/bantuan")).isEqualTo(70);
  }

  @Test
  void figuresStayWhileTheyCannotBeLookedUp() {
    newest = List.of(new Newest("dinsos/bantuan", run("dinsos", "bantuan", NOW), null));
    shares = List.of(new Share("dinsos", 1, 7, 1));
    meters.look();
    away = true;
    meters.look();

    assertThat(open("dinsos")).isEqualTo(7);
    away = false;
    shares = List.of();
    meters.look();
    assertThat(open("dinsos")).isZero();
  }
}
