/** Tests of expressions. */
@NullMarked
package id.pde.mapping.cel;

import org.jspecify.annotations.NullMarked;
