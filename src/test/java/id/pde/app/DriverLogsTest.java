package id.pde.app;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.source.database.Drivers;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DriverLogsTest {

  @TempDir Path folder;

  @Test
  void whatDriversLogByThemselvesIsNotShown() {
    DriverLogs.silence(new Drivers(folder).find("jdbc:sqlserver://HOST").orElseThrow());

    assertThat(Logger.getLogger("com.microsoft.sqlserver.jdbc.internals").isLoggable(Level.SEVERE))
        .isFalse();
    assertThat(Logger.getLogger("com.lain").isLoggable(Level.SEVERE)).isTrue();
  }
}
