/**
 * dBASE, FoxPro and Clipper tables. An own reader, so that numbers keep the digits that the file
 * holds and a table that is cut off is refused.
 *
 * <p>Start at {@link id.pde.source.dbf.DbfWorkbook}. May import {@code model}, {@code run}, {@code
 * source.layout}; no library.
 */
@NullMarked
package id.pde.source.dbf;

import org.jspecify.annotations.NullMarked;
