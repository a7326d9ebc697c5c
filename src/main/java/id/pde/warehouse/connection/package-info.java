/**
 * The way to PDE's database: its address, its connections, what it must be able to do, and the
 * migrations of the schema {@code pde}.
 *
 * <p>Start at {@link id.pde.warehouse.connection.Connections}. May import {@code model}, {@code
 * run}, {@code java.sql}, the PostgreSQL driver, HikariCP and Flyway.
 */
@NullMarked
package id.pde.warehouse.connection;

import org.jspecify.annotations.NullMarked;
