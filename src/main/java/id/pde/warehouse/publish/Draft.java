package id.pde.warehouse.publish;

import id.pde.model.Issue;
import id.pde.run.RunStep;
import id.pde.run.Warehouse.Intent;
import id.pde.run.Warehouse.Order;
import id.pde.warehouse.failure.Failures;
import id.pde.warehouse.mart.Presentation;
import id.pde.warehouse.table.Renames;
import id.pde.warehouse.table.Sql;
import id.pde.warehouse.table.TableShape;
import id.pde.warehouse.table.Tables;
import id.pde.warehouse.table.Tables.Look;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** What a publication is made of: its transaction, its order, and the table as it was found. */
record Draft(
    Connection connection, Order order, TableShape shape, Target target, Failures failures) {

  /**
   * The table: how it comes to be, how it is presented, how it was found.
   *
   * @param notes about it, that the run tells
   */
  record Target(Tables tables, Presentation presentation, Look look, List<Issue> notes) {
    Target {
      notes = List.copyOf(notes);
    }
  }

  /** Somebody who writes to the table by hand is waited for, but not for ever. */
  private static final String LOCK_PATIENCE = "SET LOCAL lock_timeout = '30s'";

  Look look() {
    return target.look();
  }

  /** The table that the delivery is compared with; a plan renames nothing but in a copy. */
  String rows() {
    return look().renames().columns().isEmpty()
        ? "warehouse." + Sql.name(shape.table())
        : "pg_temp." + Renames.COPY;
  }

  /** Makes that copy where a plan needs it. */
  void copyRenamed() throws SQLException {
    if (look().renames().columns().isEmpty()) {
      return;
    }
    try (Statement statement = connection.createStatement()) {
      for (String sql : look().renames().copy(shape.table(), look().current())) {
        statement.execute(sql);
      }
    }
  }

  /** Whether the table was there before this run. */
  boolean standing() {
    return look().current().exists();
  }

  /** Makes the table, with all that presents it, where it does not stand yet. */
  void create() throws SQLException {
    if (!standing()) {
      target.tables().create(connection, look());
      target.presentation().apply(connection);
    }
  }

  boolean plan() {
    return order.intent() == Intent.PLAN;
  }

  /**
   * Others that write to the table by hand are kept out from settlement to commit, so that the
   * counts stay true; readers go on. A plan locks nothing.
   */
  void keepWritersOut() throws SQLException {
    if (plan()) {
      return;
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute(LOCK_PATIENCE);
      String table = "warehouse." + Sql.name(shape.table());
      statement.execute("LOCK TABLE " + table + " IN SHARE ROW EXCLUSIVE MODE");
    }
  }

  void reading() {
    order.listener().reached(RunStep.READING);
  }
}
