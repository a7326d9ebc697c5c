/**
 * One run's transaction: rows in, keys compared, target, history, quarantine and ledger out.
 *
 * <p>Start at {@link id.pde.warehouse.publish.OpenPublication}. May import {@code model}, {@code
 * mapping}, {@code run}, the rest of {@code warehouse}, {@code java.sql} and the PostgreSQL driver.
 */
@NullMarked
package id.pde.warehouse.publish;

import org.jspecify.annotations.NullMarked;
