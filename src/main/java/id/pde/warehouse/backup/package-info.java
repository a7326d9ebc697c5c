/**
 * Saves PDE's schemas as statements from the catalogue and rows in PostgreSQL's binary form, and
 * makes them anew: the embedded server has no pg_dump.
 *
 * <p>Start at {@link id.pde.warehouse.backup.PostgresCopy}. May import {@code run}, {@code
 * warehouse.connection}, {@code failure}, {@code mart} and {@code table}.
 */
@NullMarked
package id.pde.warehouse.backup;

import org.jspecify.annotations.NullMarked;
