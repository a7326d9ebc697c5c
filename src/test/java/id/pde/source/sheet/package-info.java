/** Tests of the text files. */
@NullMarked
package id.pde.source.sheet;

import org.jspecify.annotations.NullMarked;
