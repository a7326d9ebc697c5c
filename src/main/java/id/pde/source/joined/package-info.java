/**
 * Rows of a workbook that PDE gave back, laid over the delivery that they were copied from.
 *
 * <p>Start at {@link id.pde.source.joined.Corrections}. May import {@code model}, {@code run} and
 * {@code source.layout}.
 */
@NullMarked
package id.pde.source.joined;

import org.jspecify.annotations.NullMarked;
