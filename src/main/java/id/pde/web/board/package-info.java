/**
 * The Command Center: figures of panels, computed at most once a minute, and how they are drawn.
 * Start at {@link id.pde.web.board.Wall}. May import {@code model}, {@code mapping}, {@code run}
 * and {@code web}.
 */
@NullMarked
package id.pde.web.board;

import org.jspecify.annotations.NullMarked;
