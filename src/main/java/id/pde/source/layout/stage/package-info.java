/**
 * What happens to the rows of a table on their way from the grid to the visitor, where a mapping
 * asks for it: rows joined to records, values filled down, hierarchies, conditions, columns that
 * become rows, fields that no column holds. A table whose mapping asks for none of it never comes
 * here.
 *
 * <p>Start at {@link id.pde.source.layout.stage.RowStages}. May import {@code model}, {@code
 * mapping}, {@code normalise}, {@code run}; no library.
 */
@NullMarked
package id.pde.source.layout.stage;

import org.jspecify.annotations.NullMarked;
