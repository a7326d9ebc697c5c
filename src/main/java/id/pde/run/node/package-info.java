/**
 * Several servers on one database: who they are, whether they share what they must, and which of
 * them works on the files of an agency.
 *
 * <p>Start at {@link id.pde.run.node.Nodes} and {@link id.pde.run.node.FolderTurns}. May import
 * {@code run}.
 */
@NullMarked
package id.pde.run.node;

import org.jspecify.annotations.NullMarked;
