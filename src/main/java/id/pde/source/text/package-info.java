/**
 * Text files with delimiters: charset and delimiter by content, records with exact places.
 *
 * <p>Start at {@link id.pde.source.text.TextFile}. May import {@code model}, {@code run}, {@code
 * source.layout}; the home of FastCSV.
 */
@NullMarked
package id.pde.source.text;

import org.jspecify.annotations.NullMarked;
