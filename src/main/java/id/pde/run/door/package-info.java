/** What PDE remembers of the doors that it fetches from: {@link id.pde.run.door.DoorMarks}. */
@NullMarked
package id.pde.run.door;

import org.jspecify.annotations.NullMarked;
