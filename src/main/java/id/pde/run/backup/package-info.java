/**
 * A home saved in a folder of encrypted parts, and brought back: the container, the manifest, the
 * archive and the secrets; the database behind ports.
 *
 * <p>Start at {@link id.pde.run.backup.Saving} and {@link id.pde.run.backup.Restoring}. May import
 * what {@code run} may.
 */
@NullMarked
package id.pde.run.backup;

import org.jspecify.annotations.NullMarked;
