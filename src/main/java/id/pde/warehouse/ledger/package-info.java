/**
 * The ledger: runs, issues, counts, mapping versions and quarantine as rows of {@code pde}.
 *
 * <p>Start at {@link id.pde.warehouse.ledger.RunWriting} and {@link
 * id.pde.warehouse.ledger.RunReading}. May import {@code model}, {@code mapping}, {@code run},
 * {@code warehouse.copy}, {@code java.sql}, the PostgreSQL driver and Jackson's streams.
 */
@NullMarked
package id.pde.warehouse.ledger;

import org.jspecify.annotations.NullMarked;
