/**
 * The server of {@code pde up}: Spring for the web and health, Camel for routes, Quartz for time.
 *
 * <p>Start at {@link id.pde.app.server.Server}. May import everything.
 */
@NullMarked
package id.pde.app.server;

import org.jspecify.annotations.NullMarked;
