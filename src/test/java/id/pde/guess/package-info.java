/** Tests of proposals. */
@NullMarked
package id.pde.guess;

import org.jspecify.annotations.NullMarked;
