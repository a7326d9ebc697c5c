package id.pde.web.ask;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.run.ask.Asking.Refusal;
import id.pde.web.City;
import java.lang.reflect.Proxy;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class DeskTest {

  /** Of which every part breaks. */
  private static final City BROKEN =
      (City)
          Proxy.newProxyInstance(
              DeskTest.class.getClassLoader(),
              new Class<?>[] {City.class},
              (proxy, method, arguments) -> {
                throw new IllegalStateException(method.getName());
              });

  @Test
  void whatBreaksInPdeItselfEndsTheStatementWithWords() {
    try (Desk desk = new Desk(BROKEN, InstantSource.system())) {
      Asked asked = desk.ask("ana", "SELECT 1");

      for (int tries = 0; tries < 1000 && asked.running(); tries++) {
        Thread.onSpinWait();
      }
      Refusal refusal = asked.standing().refusal();
      assertThat(refusal).isNotNull();
      assertThat(refusal.issue().code()).isEqualTo("sql.broken");
      assertThat(asked.running()).isFalse();
    }
  }
}
