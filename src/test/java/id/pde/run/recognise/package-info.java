/** Tests of recognition. */
@NullMarked
package id.pde.run.recognise;

import org.jspecify.annotations.NullMarked;
