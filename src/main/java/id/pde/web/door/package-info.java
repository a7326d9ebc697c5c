/**
 * Who comes in: first set-up, login, sessions, rights, accounts. Entry type: {@link
 * id.pde.web.door.Doors}.
 */
@NullMarked
package id.pde.web.door;

import org.jspecify.annotations.NullMarked;
