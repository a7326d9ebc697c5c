/** Tests of catalogues, contracts and registers, with what they need. */
@NullMarked
package id.pde.run.catalogue;

import org.jspecify.annotations.NullMarked;
