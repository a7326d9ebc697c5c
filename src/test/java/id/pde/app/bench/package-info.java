/** Tests of the benchmarks. */
@NullMarked
package id.pde.app.bench;

import org.jspecify.annotations.NullMarked;
