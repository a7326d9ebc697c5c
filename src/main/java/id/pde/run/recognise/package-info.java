/**
 * Finds the mappings of a delivery that nobody gave one: by the name of its file and by its
 * headings, sheet by sheet.
 *
 * <p>Start at {@link id.pde.run.recognise.Recogniser}. May import what {@code run} may, and {@code
 * run} itself.
 */
@NullMarked
package id.pde.run.recognise;

import org.jspecify.annotations.NullMarked;
