/** Bad input and broken surroundings, met by the whole product. */
@NullMarked
package id.pde.faults;

import org.jspecify.annotations.NullMarked;
