/**
 * The loop that drives the road, the delivery archive, the ports for everything with I/O, and the
 * queries that surfaces ask.
 *
 * <p>Start at {@link id.pde.run.RowSource}, {@link id.pde.run.Warehouse} and {@link
 * id.pde.run.RunReport}. May import {@code model}, {@code mapping}, {@code codes}, {@code
 * normalise}.
 */
@NullMarked
package id.pde.run;

import org.jspecify.annotations.NullMarked;
