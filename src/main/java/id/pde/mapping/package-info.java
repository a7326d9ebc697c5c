/**
 * What a mapping file means: parsed with line and column, checked at once, compiled to plain
 * values.
 *
 * <p>Start at {@link id.pde.mapping.Mapping}. May import {@code model}.
 */
@NullMarked
package id.pde.mapping;

import org.jspecify.annotations.NullMarked;
