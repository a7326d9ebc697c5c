package id.pde.warehouse.connection;

import org.flywaydb.core.api.logging.Log;
import org.flywaydb.core.api.logging.LogCreator;

/**
 * Keeps Flyway silent: what goes wrong comes as an exception, and 11.7 warns about PostgreSQL 18
 * although it migrates it. Flyway makes it by name, hence public.
 */
public final class QuietLog implements Log, LogCreator {

  @Override
  public Log createLogger(Class<?> owner) {
    return this;
  }

  @Override
  public boolean isDebugEnabled() {
    return false;
  }

  @Override
  public void debug(String message) {}

  @Override
  public void info(String message) {}

  @Override
  public void warn(String message) {}

  @Override
  public void error(String message) {}

  @Override
  public void error(String message, Exception failure) {}

  @Override
  public void notice(String message) {}
}
