package id.pde.app;

import java.sql.Driver;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * What a driver writes into logs by itself, traces and settings of connections, is not for
 * officers, and may hold what is secret; PDE tells what failed. Safe for use by many threads.
 */
final class DriverLogs {

  private static final Set<String> GENERAL = Set.of("com", "org", "net", "io", "de");

  /** Loggers that nobody holds are forgotten, and come back as they were. */
  private static final Set<Logger> SILENT = ConcurrentHashMap.newKeySet();

  private DriverLogs() {}

  /** Silences all loggers of the vendor of a driver. */
  static void silence(Driver driver) {
    String[] parts = driver.getClass().getName().split("\\.", -1);
    String vendor = parts.length > 2 && GENERAL.contains(parts[0]) ? "." + parts[1] : "";
    Logger logger = Logger.getLogger(parts[0] + vendor);
    logger.setLevel(Level.OFF);
    SILENT.add(logger);
  }
}
