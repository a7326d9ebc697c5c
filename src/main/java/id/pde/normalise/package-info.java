/**
 * From a row as read to a typed record or the reasons why it is none. Pure: no I/O, no clock, no
 * thread, no logger.
 *
 * <p>Start at {@link id.pde.normalise.Binding} (headings to columns, once per table) and {@link
 * id.pde.normalise.Normaliser} (rows to outcomes). May import {@code model}, {@code mapping} and
 * {@code codes}.
 */
@NullMarked
package id.pde.normalise;

import org.jspecify.annotations.NullMarked;
