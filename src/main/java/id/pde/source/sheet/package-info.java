/**
 * Workbooks: xlsx as a stream of XML, xls as a stream of records, both to rows of cells. Never a
 * workbook in memory.
 *
 * <p>Start at {@link id.pde.source.layout.Workbook}. May import {@code model}, {@code run}, {@code
 * source.layout}; the home of POI and of Aalto.
 */
@NullMarked
package id.pde.source.sheet;

import org.jspecify.annotations.NullMarked;
