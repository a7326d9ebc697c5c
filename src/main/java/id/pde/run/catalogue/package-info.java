/**
 * What the datasets of the warehouse are, for those who look for data: catalogue, contracts, the
 * fields of Satu Data Indonesia and the register of processing, made of mappings and the ledger.
 *
 * <p>Start at {@link id.pde.run.catalogue.Datasets}. May import what {@code run} may.
 */
@NullMarked
package id.pde.run.catalogue;

import org.jspecify.annotations.NullMarked;
