/**
 * Questions of analysts in SQL: what may be asked, how a result is given, what went wrong.
 *
 * <p>Start at {@link id.pde.warehouse.PostgresSql}. May import {@code model}, {@code run}, {@code
 * java.sql} and the PostgreSQL driver.
 */
@NullMarked
package id.pde.warehouse.question;

import org.jspecify.annotations.NullMarked;
