/**
 * When: what a schedule says, its next fires, and the clock (Quartz) that wakes PDE at them.
 *
 * <p>Start at {@link id.pde.schedule.Schedule}, {@link id.pde.schedule.NextFires} and {@link
 * id.pde.schedule.Schedules}. May import {@code model} to {@code run} and Quartz.
 */
@NullMarked
package id.pde.schedule;

import org.jspecify.annotations.NullMarked;
