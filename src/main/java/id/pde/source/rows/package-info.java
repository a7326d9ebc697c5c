/**
 * Rows that a route hands over, kept as gzipped canonical NDJSON: written once, read as often as
 * needed.
 *
 * <p>Start at {@link id.pde.source.rows.RowsWriter} and {@link id.pde.source.rows.RowsFile}. May
 * import {@code model}, {@code run}, {@code source.layout}; uses Jackson's streams.
 */
@NullMarked
package id.pde.source.rows;

import org.jspecify.annotations.NullMarked;
