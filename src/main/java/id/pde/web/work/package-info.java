/**
 * What takes longer than a page may: it goes on in the background and is looked at. Entry type:
 * {@link id.pde.web.work.Works}.
 */
@NullMarked
package id.pde.web.work;

import org.jspecify.annotations.NullMarked;
