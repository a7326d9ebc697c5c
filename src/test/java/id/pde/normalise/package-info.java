/** Tests of binding and normalising; {@code Sample} reads single values. */
@NullMarked
package id.pde.normalise;

import org.jspecify.annotations.NullMarked;
