/**
 * PostgreSQL's binary COPY format: values straight into bytes, bytes through one writer thread.
 *
 * <p>Start at {@link id.pde.warehouse.copy.BinaryRows}. May import {@code model}, {@code mapping},
 * {@code java.sql} and the PostgreSQL driver.
 */
@NullMarked
package id.pde.warehouse.copy;

import org.jspecify.annotations.NullMarked;
