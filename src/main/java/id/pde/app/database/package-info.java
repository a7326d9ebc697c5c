/**
 * Which database PDE works on: one that somebody runs, or its own.
 *
 * <p>Start at {@link id.pde.app.database.Databases}. May import {@code model}, {@code run}, {@code
 * warehouse.connection} and {@code app.embedded}.
 */
@NullMarked
package id.pde.app.database;

import org.jspecify.annotations.NullMarked;
