/**
 * Doors to machines elsewhere, without Camel: folders behind SFTP and FTPS, addresses of the web.
 * The police and the components ask the same readers of options. May import {@code model}, {@code
 * mapping}, {@code run} and {@code schedule}.
 */
@NullMarked
package id.pde.route.door;

import org.jspecify.annotations.NullMarked;
