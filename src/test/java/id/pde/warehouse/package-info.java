/** Tests of the warehouse on a real PostgreSQL. */
@NullMarked
package id.pde.warehouse;

import org.jspecify.annotations.NullMarked;
