/**
 * People of the city's own provider of accounts (OpenID Connect) come in. Loaded only where one is
 * configured. Entry types: {@link id.pde.web.oidc.ProviderDoor}, {@link id.pde.web.oidc.Provider}.
 * Imports what {@code web} may import.
 */
@NullMarked
package id.pde.web.oidc;

import org.jspecify.annotations.NullMarked;
