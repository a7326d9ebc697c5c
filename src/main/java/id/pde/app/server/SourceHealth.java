package id.pde.app.server;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;

/**
 * Watched folders and doors, as they were last looked into. One that cannot be read is no reason to
 * take the server for down: the others go on.
 */
final class SourceHealth implements HealthIndicator {

  private static final Status PARTLY = new Status("PARTLY_DOWN");

  private final SourceWatch watch;

  SourceHealth(SourceWatch watch) {
    this.watch = watch;
  }

  @Override
  public Health health() {
    var down = watch.down();
    if (down.isEmpty()) {
      return Health.up().build();
    }
    Health.Builder health = Health.status(PARTLY);
    down.forEach((source, code) -> health.withDetail(source, "DOWN: " + code));
    return health.build();
  }
}
