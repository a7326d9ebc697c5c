/** Pulls from the databases of agencies. */
@NullMarked
package id.pde.run.pull;

import org.jspecify.annotations.NullMarked;
