/**
 * Access databases, both mdb and accdb: every table of the user is a sheet. Nothing is written, and
 * linked tables are never followed.
 *
 * <p>Start at {@link id.pde.source.access.AccessWorkbook}. May import {@code model}, {@code run},
 * {@code source.layout}; the only home of jackcess.
 */
@NullMarked
package id.pde.source.access;

import org.jspecify.annotations.NullMarked;
