/** One class for each screen of the console, and what its pages share. */
@NullMarked
package id.pde.web.page;

import org.jspecify.annotations.NullMarked;
