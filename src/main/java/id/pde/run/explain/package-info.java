/**
 * Where figures come from: a row back to the cells of its delivery, a column back to headings.
 *
 * <p>Start at {@link id.pde.run.explain.Explaining} and {@link id.pde.run.explain.Lineage}. May
 * import what {@code run} may.
 */
@NullMarked
package id.pde.run.explain;

import org.jspecify.annotations.NullMarked;
