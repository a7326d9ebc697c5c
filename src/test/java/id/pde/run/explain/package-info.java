/** Tests of what tells where figures come from. */
@NullMarked
package id.pde.run.explain;

import org.jspecify.annotations.NullMarked;
