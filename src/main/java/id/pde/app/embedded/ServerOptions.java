package id.pde.app.embedded;

import java.time.Duration;
import java.time.ZoneId;

/**
 * How an embedded server runs.
 *
 * @param zone of sessions that do not ask for one (psql, BI tools)
 * @param patience how long a start may take, recovery after a crash included
 */
public record ServerOptions(Durability durability, ZoneId zone, Duration patience) {

  /** What a warehouse that keeps data needs. */
  public static ServerOptions standard() {
    return new ServerOptions(Durability.KEPT, ZoneId.of("Asia/Jakarta"), Duration.ofSeconds(60));
  }

  /** Whether what was committed has to survive a power cut. */
  public enum Durability {
    /** Committed is on disk. */
    KEPT,
    /** Faster, for tests only: a crash of the machine may ruin the data. */
    THROWAWAY
  }
}
