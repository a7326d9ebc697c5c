/**
 * Erasure of a person, or of a key of a table: from the warehouse, its history, the quarantine, the
 * ledger, the archived originals and the answers, and the tombstones that keep them out afterwards.
 *
 * <p>Start at {@link id.pde.run.erase.Erasing}. May import what {@code run} may.
 */
@NullMarked
package id.pde.run.erase;

import org.jspecify.annotations.NullMarked;
