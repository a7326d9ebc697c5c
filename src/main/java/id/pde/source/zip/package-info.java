/**
 * ZIP archives that hold deliveries: their directory, their members, what they may cost.
 *
 * <p>Start at {@link id.pde.source.zip.ZipBundle}. May import {@code model}, {@code run} and {@code
 * source.layout}.
 */
@NullMarked
package id.pde.source.zip;

import org.jspecify.annotations.NullMarked;
