/**
 * What analysts see of the warehouse: views with names beside codes and masks over persons,
 * comments, grants by class, the code lists and agencies that the views need, and logins.
 *
 * <p>Start at {@link id.pde.warehouse.mart.Presentation}. May import {@code model}, {@code
 * mapping}, {@code codes}, {@code normalise}, {@code run}, {@code warehouse.table}, {@code
 * java.sql} and the PostgreSQL driver.
 */
@NullMarked
package id.pde.warehouse.mart;

import org.jspecify.annotations.NullMarked;
