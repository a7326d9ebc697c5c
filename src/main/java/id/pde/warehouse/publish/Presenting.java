package id.pde.warehouse.publish;

import id.pde.mapping.Mapping;
import id.pde.run.TargetRefused;
import id.pde.warehouse.mart.Presentation;
import id.pde.warehouse.table.TableShape;
import id.pde.warehouse.table.Tables;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;

/** Presents standing tables outside of a run, as the next run of each would. */
public final class Presenting {

  /** Somebody reads the view, or other views hang on it: a run has to say so, not this. */
  private static final Set<String> LEFT = Set.of("55P03", "40P01", "2BP01");

  private Presenting() {}

  /** One transaction. A table that a run holds, or that does not fit its mapping, is left. */
  public static void present(Connection connection, Mapping mapping) throws SQLException {
    Tables tables = new Tables(TableShape.of(mapping), mapping.text().file());
    Presentation presentation = new Presentation(mapping);
    try {
      if (presentation.isStale(connection)
          && Locks.takeTable(connection, mapping.target().table())
          && !tables.needsWidening(tables.look(connection))) {
        Tables.waitShortly(connection);
        presentation.apply(connection);
        connection.commit();
      }
    } catch (TargetRefused unfit) {
      // The next run of the mapping is refused with the reason.
      connection.rollback();
    } catch (SQLException failure) {
      connection.rollback();
      if (!LEFT.contains(String.valueOf(failure.getSQLState()))) {
        throw failure;
      }
    }
    connection.rollback();
  }
}
