/**
 * Reads deliveries: what a file is by its content, its rows, and the table in them.
 *
 * <p>Start at {@link id.pde.source.Readers}. May import {@code model}, {@code mapping}, {@code
 * codes}, {@code normalise}, {@code run}; POI, FastCSV and Jackson's streams live in its parts.
 */
@NullMarked
package id.pde.source;

import org.jspecify.annotations.NullMarked;
