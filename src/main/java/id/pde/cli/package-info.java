/**
 * The command line: asks through the ports of {@code run}, prints, decides nothing.
 *
 * <p>Start at {@link id.pde.cli.CommandTree}. May import {@code model}, {@code mapping}, {@code
 * codes}, {@code run}, {@code schedule}, {@code guess}. Home of picocli.
 */
@NullMarked
package id.pde.cli;

import org.jspecify.annotations.NullMarked;
