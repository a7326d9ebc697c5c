/**
 * Text files with delimiters or fixed widths: charset and delimiter by content, records with exact
 * places.
 *
 * <p>Start at {@link id.pde.source.text.TextFile}. May import {@code model}, {@code mapping},
 * {@code run}, {@code source.layout}; the home of juniversalchardet.
 */
@NullMarked
package id.pde.source.text;

import org.jspecify.annotations.NullMarked;
