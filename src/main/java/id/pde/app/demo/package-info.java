/**
 * The sample city: deliveries that take the real roads. Entry type: {@link id.pde.app.demo.Demo}.
 * May import everything that {@code app} may.
 */
@NullMarked
package id.pde.app.demo;

import org.jspecify.annotations.NullMarked;
