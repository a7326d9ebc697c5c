/** Tests of what pages show. */
@NullMarked
package id.pde.web.page;

import org.jspecify.annotations.NullMarked;
