/**
 * Holds the house to its plan: which room may import which, where each library lives, how the
 * source tree looks. Start at {@link id.pde.architecture.House}; the packages under {@code fixture}
 * break each rule once, so that none can pass without looking.
 */
@NullMarked
package id.pde.architecture;

import org.jspecify.annotations.NullMarked;
