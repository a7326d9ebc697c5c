/**
 * Questions from the console with the rights of an analyst: a login of its own, so that nothing in
 * a statement can give it the rights of PDE.
 *
 * <p>Start at {@link id.pde.warehouse.ask.AnalystSql}. May import {@code model}, {@code run},
 * {@code java.sql}, the PostgreSQL driver and other rooms of {@code warehouse}.
 */
@NullMarked
package id.pde.warehouse.ask;

import org.jspecify.annotations.NullMarked;
