/**
 * Reference lists: from a written value to its code. Immutable snapshots made from rows handed in.
 *
 * <p>Start at {@link id.pde.codes.CodeLists}. May import {@code model}.
 */
@NullMarked
package id.pde.codes;

import org.jspecify.annotations.NullMarked;
