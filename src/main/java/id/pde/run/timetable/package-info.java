/**
 * The record of schedules: what holds, who changed it, what came of every fire.
 *
 * <p>Start at {@link id.pde.run.timetable.ScheduleRecords} (for those who look and change) and
 * {@link id.pde.run.timetable.Fires} (for servers). Rules are words here; {@code id.pde.schedule}
 * knows what they mean.
 */
@NullMarked
package id.pde.run.timetable;

import org.jspecify.annotations.NullMarked;
