/**
 * Finds the period that data speak of: in names, titles, cells and columns, in words or by the
 * patterns of a mapping.
 *
 * <p>Start at {@link id.pde.normalise.period.DeliveryPeriod}. May import {@code model}, {@code
 * mapping} and {@code normalise}.
 */
@NullMarked
package id.pde.normalise.period;

import org.jspecify.annotations.NullMarked;
