/** Tests of the answer to the sender. */
@NullMarked
package id.pde.receipt.annotate;

import org.jspecify.annotations.NullMarked;
