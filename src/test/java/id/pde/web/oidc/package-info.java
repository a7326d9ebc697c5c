/** Tests of the way in by a provider. */
@NullMarked
package id.pde.web.oidc;

import org.jspecify.annotations.NullMarked;
