/**
 * The Command Center's panels: what a panel file means, and the port that answers its question with
 * nothing but public columns. Start at {@link id.pde.run.board.Panel}, {@link
 * id.pde.run.board.PanelReader} and {@link id.pde.run.board.Figures}. May import {@code model},
 * {@code mapping} and other rooms of {@code run}.
 */
@NullMarked
package id.pde.run.board;

import org.jspecify.annotations.NullMarked;
