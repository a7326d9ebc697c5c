/** Tests of the text files. */
@NullMarked
package id.pde.source.text;

import org.jspecify.annotations.NullMarked;
