package id.pde.app.server;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;

/** The database, as the watch last saw it. */
final class DatabaseHealth implements HealthIndicator {

  private final DatabaseWatch watch;

  DatabaseHealth(DatabaseWatch watch) {
    this.watch = watch;
  }

  @Override
  public Health health() {
    if (watch.isUp()) {
      return Health.up().build();
    }
    return watch.state() instanceof DatabaseWatch.State.Down down
        ? Health.down().withDetail("reason", down.code()).build()
        : Health.down().build();
  }
}
