/** Tests of reading periods. */
@NullMarked
package id.pde.normalise.period;

import org.jspecify.annotations.NullMarked;
