package id.pde.route;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import javax.sql.DataSource;

/** A pool as routes get it: it does not commit by itself. */
final class SqliteSource {

  private SqliteSource() {}

  static DataSource of(Path file) {
    HikariDataSource pool = new HikariDataSource();
    pool.setJdbcUrl("jdbc:sqlite:" + file);
    pool.setAutoCommit(false);
    pool.setMaximumPoolSize(1);
    return pool;
  }
}
