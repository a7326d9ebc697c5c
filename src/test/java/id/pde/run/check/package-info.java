/** Checks of a delivery. */
@NullMarked
package id.pde.run.check;

import org.jspecify.annotations.NullMarked;
