package id.pde.app.server;

import id.pde.schedule.Schedule;
import id.pde.schedule.Timekeeper;

/** Wakes nothing: these routes are started by hand. */
final class NobodysTime implements Timekeeper {

  @Override
  public void bring(Schedule schedule, Task task) {}

  @Override
  public void leave(String name) {}
}
