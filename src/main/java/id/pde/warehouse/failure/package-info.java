/**
 * What an answer of PostgreSQL means for a run.
 *
 * <p>Start at {@link id.pde.warehouse.failure.Failures}. May import {@code model}, {@code run},
 * {@code java.sql} and the PostgreSQL driver.
 */
@NullMarked
package id.pde.warehouse.failure;

import org.jspecify.annotations.NullMarked;
