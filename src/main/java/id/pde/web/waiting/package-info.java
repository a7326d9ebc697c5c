/**
 * What is done with the rows that wait in quarantine, many runs at once: given as a file, read
 * again. Entry types: {@link id.pde.web.waiting.WaitingFile}, {@link
 * id.pde.web.waiting.WaitingLoad}.
 */
@NullMarked
package id.pde.web.waiting;

import org.jspecify.annotations.NullMarked;
