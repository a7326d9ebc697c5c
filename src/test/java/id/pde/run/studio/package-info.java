/** Tests of samples and of the way of a mapping into its folder. */
@NullMarked
package id.pde.run.studio;

import org.jspecify.annotations.NullMarked;
