/**
 * Schedules on time: what is due, who runs it, and what officers ask and change.
 *
 * <p>Start at {@link id.pde.schedule.keep.Keeper} (a server) and {@link
 * id.pde.schedule.keep.ScheduleBook} (a person).
 */
@NullMarked
package id.pde.schedule.keep;

import org.jspecify.annotations.NullMarked;
