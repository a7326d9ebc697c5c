/** Tests of the package of the same name. */
@NullMarked
package id.pde.web.door;

import org.jspecify.annotations.NullMarked;
