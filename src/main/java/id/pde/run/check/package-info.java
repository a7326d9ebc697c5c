/**
 * Checks of a delivery: what has to hold for its rows together.
 *
 * <p>Start at {@link id.pde.run.check.DeliveryWatch}, which sees rows while they pass. What single
 * rows break ({@code unique}, {@code in} and the like) is found by the warehouse, where all rows
 * are, and told in the words of {@link id.pde.run.check.RowFindings}. May import {@code model},
 * {@code mapping} and {@code codes}.
 */
@NullMarked
package id.pde.run.check;

import org.jspecify.annotations.NullMarked;
