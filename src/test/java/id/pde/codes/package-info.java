/** Tests of code lists and matching. */
@NullMarked
package id.pde.codes;

import org.jspecify.annotations.NullMarked;
