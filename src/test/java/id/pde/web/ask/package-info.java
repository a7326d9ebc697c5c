/** Tests of statements that run beside the pages. */
@NullMarked
package id.pde.web.ask;

import org.jspecify.annotations.NullMarked;
