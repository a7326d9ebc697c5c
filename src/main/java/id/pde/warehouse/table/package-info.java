/**
 * The tables of the warehouse and their histories: what shape a mapping asks for, what stands in
 * the catalogue, and the change from one to the other.
 *
 * <p>Start at {@link id.pde.warehouse.table.Tables}. May import {@code model}, {@code mapping},
 * {@code run}, {@code java.sql}.
 */
@NullMarked
package id.pde.warehouse.table;

import org.jspecify.annotations.NullMarked;
