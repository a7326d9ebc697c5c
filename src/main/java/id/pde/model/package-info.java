/**
 * The words of the road: rows as read, records as typed, issues, counts. Values only.
 *
 * <p>Start at {@link id.pde.model.Row} and {@link id.pde.model.Outcome}. May import {@code java.*}.
 */
@NullMarked
package id.pde.model;

import org.jspecify.annotations.NullMarked;
