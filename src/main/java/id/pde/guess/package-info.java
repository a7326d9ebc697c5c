/**
 * Proposes a mapping from a file: layout, names, types, key and classes, with the evidence of all
 * rows.
 *
 * <p>Start at {@link id.pde.guess.Guesser}. Values are judged by the same readers that a load uses,
 * so that a proposal and its plan agree. May import {@code model} to {@code run} and {@code
 * source}.
 */
@NullMarked
package id.pde.guess;

import org.jspecify.annotations.NullMarked;
