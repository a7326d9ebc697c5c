package id.pde.warehouse.publish;

import id.pde.run.Warehouse.Exclusion;
import id.pde.run.Warehouse.Exclusion.Why;
import id.pde.run.Warehouse.Exclusions;
import id.pde.warehouse.failure.Failures;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** Reads exclusions with a cursor of the publishing transaction. */
final class ExclusionWalk implements Exclusions {

  private static final int FETCHED = 1_000;

  private final Failures failures;
  private final Statement statement;
  private final ResultSet rows;

  ExclusionWalk(Draft draft, String sql) throws SQLException {
    failures = draft.failures();
    statement = draft.connection().createStatement();
    statement.setFetchSize(FETCHED);
    rows = statement.executeQuery(sql);
  }

  @Override
  public @Nullable Exclusion next() {
    try {
      if (!rows.next()) {
        return null;
      }
      return new Exclusion(rows.getLong(1), Why.valueOf(rows.getString(2)), rows.getLong(3));
    } catch (SQLException failure) {
      throw failures.explain(failure);
    }
  }

  @Override
  public void close() {
    try {
      statement.close();
    } catch (SQLException failure) {
      throw failures.explain(failure);
    }
  }
}
