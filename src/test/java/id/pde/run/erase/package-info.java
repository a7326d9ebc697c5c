/** Erasure without a database. */
@NullMarked
package id.pde.run.erase;

import org.jspecify.annotations.NullMarked;
