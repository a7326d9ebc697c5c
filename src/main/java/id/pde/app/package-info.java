/**
 * Main, configuration and wiring: what turns the rooms into a program.
 *
 * <p>Start at {@link id.pde.app.Settings} and {@link id.pde.app.Wiring}. May import everything.
 */
@NullMarked
package id.pde.app;

import org.jspecify.annotations.NullMarked;
