/**
 * What of the city a reader may see: runs, datasets and what was promised of them, for pages and
 * for the API. Entry types: {@link id.pde.web.seen.Reach}, {@link id.pde.web.seen.Promises}.
 */
@NullMarked
package id.pde.web.seen;

import org.jspecify.annotations.NullMarked;
