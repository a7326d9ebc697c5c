/** What a run took in, summed by part of the region: figures that a sender can check against. */
@NullMarked
package id.pde.run.total;

import org.jspecify.annotations.NullMarked;
