/** What people and programs elsewhere are told of runs: {@link id.pde.run.event.RunEvents}. */
@NullMarked
package id.pde.run.event;

import org.jspecify.annotations.NullMarked;
