/** Tests of the loop, with its ports written by hand. */
@NullMarked
package id.pde.run;

import org.jspecify.annotations.NullMarked;
