/**
 * The desk of the SQL page: statements that run beside the pages, what came of them, and files that
 * are written of them. Start at {@link id.pde.web.ask.Desk}. May import {@code model}, {@code run}
 * and {@code web}.
 */
@NullMarked
package id.pde.web.ask;

import org.jspecify.annotations.NullMarked;
