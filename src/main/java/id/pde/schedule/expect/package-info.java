/** Which deliveries are due when, and what came of them. */
@NullMarked
package id.pde.schedule.expect;

import org.jspecify.annotations.NullMarked;
