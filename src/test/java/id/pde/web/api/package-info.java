/** Tests of the API without a server. */
@NullMarked
package id.pde.web.api;

import org.jspecify.annotations.NullMarked;
