/**
 * The agency's own workbook with its faulty cells coloured and commented, and a first sheet that
 * sums them up. A package is copied part by part; only the parts that carry a mark are written
 * anew, tag by tag, so that nothing in them is lost that PDE does not know.
 *
 * <p>Start at {@link id.pde.receipt.annotate.Annotator}. May import what {@code receipt} may.
 */
@NullMarked
package id.pde.receipt.annotate;

import org.jspecify.annotations.NullMarked;
