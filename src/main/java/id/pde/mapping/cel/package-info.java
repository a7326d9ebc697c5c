/**
 * Expressions that mappings hold, in CEL: typed, checked when they are read, unable to reach
 * anything outside the record, and bounded in size and work.
 *
 * <p>Start at {@link id.pde.mapping.cel.ExpressionCompiler}. May import {@code model} and {@code
 * mapping.yaml}; the CEL library is used nowhere else.
 */
@NullMarked
package id.pde.mapping.cel;

import org.jspecify.annotations.NullMarked;
