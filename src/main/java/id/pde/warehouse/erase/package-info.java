/**
 * The SQL of erasures: rows of a subject in all tables, its traces in the ledger, tombstones.
 *
 * <p>Start at {@link id.pde.warehouse.erase.OpenErasure}. May import {@code run} and {@code
 * warehouse.table}.
 */
@NullMarked
package id.pde.warehouse.erase;

import org.jspecify.annotations.NullMarked;
