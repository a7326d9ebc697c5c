/**
 * PDE's own PostgreSQL: unpacked, initialised, started, adopted and stopped under {@code
 * PDE_HOME/pg}.
 *
 * <p>Start at {@link id.pde.app.embedded.EmbeddedServer}. May import {@code model}, {@code run},
 * {@code warehouse.connection}, {@code java.sql} and commons-compress (for the binaries).
 */
@NullMarked
package id.pde.app.embedded;

import org.jspecify.annotations.NullMarked;
