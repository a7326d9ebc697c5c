/**
 * JSON files: an array of objects, one object a line, or an array somewhere inside one object.
 *
 * <p>Start at {@link id.pde.source.json.JsonWorkbook}. May import {@code model}, {@code run},
 * {@code source.layout}; uses Jackson's streams.
 */
@NullMarked
package id.pde.source.json;

import org.jspecify.annotations.NullMarked;
