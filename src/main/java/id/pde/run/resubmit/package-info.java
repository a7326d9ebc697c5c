/**
 * Corrected workbooks that come back: which run they correct, what they are joined to, and what was
 * repaired.
 *
 * <p>Start at {@link id.pde.run.resubmit.Resubmitting}. May import what {@code run} may.
 */
@NullMarked
package id.pde.run.resubmit;

import org.jspecify.annotations.NullMarked;
