package id.pde.route;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.schedule.Schedules;
import java.time.InstantSource;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;

/** Addresses of a city with many routes, which differ in little. */
class OwnAddressesTest {

  private static final RouteScope SCOPE =
      new RouteScope(Set.of("dkupp/harga"), Set.of("k12", "k21"), Set.of(), Set.of());

  @Test
  @SuppressWarnings("try") // Camel declares that closing it may be interrupted.
  void addressesOfTheSameSignsAreNotMistakenForEachOther() throws Exception {
    List<RouteFile> files =
        List.of(
            new RouteFile(
                "routes/x.yaml",
                """
                - from:
                    uri: pde:schedule/a1?at=02:30
                    steps:
                      - to: pde:dkupp/harga
                - from:
                    uri: pde:schedule/a3?at=02:10
                    steps:
                      - to: pde:dkupp/harga
                - from:
                    uri: pde:schedule/b
                    parameters:
                      zone: Asia/Jakarta
                      at: "03:12"
                    steps:
                      - to: pde:dkupp/harga
                - from:
                    uri: pde:schedule/b2
                    parameters:
                      at: "03:12"
                      zone: Asia/Jakarta
                    steps:
                      - to: pde:dkupp/harga
                - from:
                    uri: pde:inbox?agency=k12
                    steps:
                      - to: pde:dkupp/harga
                - from:
                    uri: pde:inbox?agency=k21
                    steps:
                      - to: pde:dkupp/harga
                """));
    FakeTimekeeper timekeeper = new FakeTimekeeper();
    assertThat(RoutePolice.check(files, SCOPE).faults()).isEmpty();

    CamelContext context = new DefaultCamelContext();
    try (Schedules schedules = new Schedules(InstantSource.system(), 2, (fire, why) -> {})) {
      context.addComponent("pde", new PdeComponent(new FakeRoad(), schedules, timekeeper));
      RouteLoading.add(context, files);
      context.start();

      assertThat(timekeeper.names()).containsExactlyInAnyOrder("a1", "a3", "b", "b2");
      assertThat(timekeeper.brought("a1")).contains(LocalTime.of(2, 30));
      assertThat(timekeeper.brought("a3")).contains(LocalTime.of(2, 10));
      assertThat(timekeeper.brought("b")).contains(LocalTime.of(3, 12));
      assertThat(timekeeper.brought("b2")).contains(LocalTime.of(3, 12));
    } finally {
      context.stop();
    }
  }
}
