package id.pde.warehouse.publish;

import id.pde.model.Period;
import id.pde.run.RunStep;
import id.pde.run.Warehouse.Intent;
import id.pde.run.Warehouse.Order;
import id.pde.warehouse.failure.Failures;
import id.pde.warehouse.table.TableShape;
import id.pde.warehouse.table.Tables;
import id.pde.warehouse.table.Tables.Look;
import java.sql.Connection;
import org.jspecify.annotations.Nullable;

/** What a publication is made of: its transaction, its order, and the table as it was found. */
record Draft(
    Connection connection,
    Order order,
    TableShape shape,
    Tables tables,
    Look look,
    Failures failures) {

  /** The period as columns keep it. */
  @Nullable String period() {
    Period period = order.period();
    return period == null ? null : period.text();
  }

  /** Whether the table was there before this run. */
  boolean standing() {
    return look.current().exists();
  }

  boolean plan() {
    return order.intent() == Intent.PLAN;
  }

  void reading() {
    order.listener().reached(RunStep.READING);
  }
}
