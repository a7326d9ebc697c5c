/**
 * Reads the files of {@code mappings/codes/}.
 *
 * <p>Start at {@link id.pde.source.codes.CodeListCsv}. May import {@code model} to {@code run}.
 */
@NullMarked
package id.pde.source.codes;

import org.jspecify.annotations.NullMarked;
