/**
 * Workbooks that are markup: OpenDocument spreadsheets, "XML Spreadsheet 2003" and tables of web
 * pages, as streams. Never a document in memory.
 *
 * <p>Start at {@link id.pde.source.layout.Workbook}. May import {@code model}, {@code run}, {@code
 * source.layout}, and of {@code source.sheet} how numbers and days are held; the home of jsoup.
 */
@NullMarked
package id.pde.source.markup;

import org.jspecify.annotations.NullMarked;
