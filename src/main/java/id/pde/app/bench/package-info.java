/**
 * The benchmarks: PDE's road against PostgreSQL's own COPY, on the same server in the same run.
 *
 * <p>Start at {@link id.pde.app.bench.AppendBench}. May import everything.
 */
@NullMarked
package id.pde.app.bench;

import org.jspecify.annotations.NullMarked;
