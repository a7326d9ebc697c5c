/** Tests of what pages show. */
@NullMarked
package id.pde.web.api;

import org.jspecify.annotations.NullMarked;
