/**
 * Pulls from the databases of agencies: what is asked, what comes, and how far a pull came.
 *
 * <p>Start at {@link id.pde.run.pull.Pulls}. May import {@code model}, {@code mapping} and {@code
 * run}.
 */
@NullMarked
package id.pde.run.pull;

import org.jspecify.annotations.NullMarked;
