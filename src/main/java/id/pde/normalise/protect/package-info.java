/**
 * What becomes of personal values when a row has passed its checks: {@code protect} of a column.
 *
 * <p>Start at {@link id.pde.normalise.protect.Protection}. May import {@code mapping} and {@code
 * javax.crypto}.
 */
@NullMarked
package id.pde.normalise.protect;

import org.jspecify.annotations.NullMarked;
