/** Tests of what the studio shows and writes. */
@NullMarked
package id.pde.web.studio;

import org.jspecify.annotations.NullMarked;
