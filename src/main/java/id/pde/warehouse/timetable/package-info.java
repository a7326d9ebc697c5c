/** The record of schedules and their fires in PostgreSQL. */
@NullMarked
package id.pde.warehouse.timetable;

import org.jspecify.annotations.NullMarked;
