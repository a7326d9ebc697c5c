/**
 * What tests of several rooms share.
 *
 * <p>Start at {@link id.pde.testing.TestDatabase}. May import everything.
 */
@NullMarked
package id.pde.testing;

import org.jspecify.annotations.NullMarked;
