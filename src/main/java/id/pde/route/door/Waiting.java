package id.pde.route.door;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** How time passes between two tries. */
public interface Waiting {

  /** As the clock goes. */
  Waiting REAL = time -> TimeUnit.MILLISECONDS.sleep(time.toMillis());

  void pause(Duration time) throws InterruptedException;
}
