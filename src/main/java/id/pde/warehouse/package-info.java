/**
 * All SQL on PDE's database: publishing runs, the ledger, and questions of analysts.
 *
 * <p>Start at {@link id.pde.warehouse.PostgresWarehouse}. May import {@code model}, {@code
 * mapping}, {@code run}, {@code java.sql} and the PostgreSQL driver.
 */
@NullMarked
package id.pde.warehouse;

import org.jspecify.annotations.NullMarked;
