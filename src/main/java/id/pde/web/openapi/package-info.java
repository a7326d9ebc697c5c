/** How the API describes itself to programs: OpenAPI 3.1, made from the methods that answer. */
@NullMarked
package id.pde.web.openapi;

import org.jspecify.annotations.NullMarked;
