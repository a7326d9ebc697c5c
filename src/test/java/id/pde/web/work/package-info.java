/** Tests of what pages show. */
@NullMarked
package id.pde.web.work;

import org.jspecify.annotations.NullMarked;
