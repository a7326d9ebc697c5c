/** PDE killed for real, again and again, and compared with a run that nobody disturbed. */
@NullMarked
package id.pde.kill;

import org.jspecify.annotations.NullMarked;
