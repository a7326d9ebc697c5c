/**
 * The Camel component {@code pde:}, and the police that reads {@code routes/*.yaml} before Camel
 * does.
 *
 * <p>Start at {@link id.pde.route.RoutePolice} and {@link id.pde.route.PdeComponent}. May import
 * {@code model}, {@code mapping}, {@code run}, {@code schedule}, and Camel.
 */
@NullMarked
package id.pde.route;

import org.jspecify.annotations.NullMarked;
