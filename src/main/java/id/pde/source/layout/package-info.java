/**
 * Finds the table in a grid of rows, whatever format the grid came from: headings, numbering rows,
 * skipped rows, the end. Also what all readers share: limits and the words of refusals.
 *
 * <p>Start at {@link id.pde.source.layout.TableLayout}. May import {@code model}, {@code mapping},
 * {@code run}; no library.
 */
@NullMarked
package id.pde.source.layout;

import org.jspecify.annotations.NullMarked;
