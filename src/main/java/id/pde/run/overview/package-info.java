/**
 * Lists of runs, datasets and rejected rows as surfaces page through them. Entry type: {@link
 * id.pde.run.overview.Overview}. Imports {@code model} only.
 */
@NullMarked
package id.pde.run.overview;

import org.jspecify.annotations.NullMarked;
