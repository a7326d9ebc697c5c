/** Tests of the answer to the sender. */
@NullMarked
package id.pde.receipt;

import org.jspecify.annotations.NullMarked;
