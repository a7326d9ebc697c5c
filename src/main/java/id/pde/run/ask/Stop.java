package id.pde.run.ask;

import org.jspecify.annotations.Nullable;

/** Lets one thread stop what another one runs. Safe for use by many threads. */
public final class Stop {

  private @Nullable Runnable way;
  private boolean wanted;

  /** Stops it now, or as soon as it begins. */
  public synchronized void now() {
    wanted = true;
    if (way != null) {
      way.run();
    }
  }

  public synchronized boolean wanted() {
    return wanted;
  }

  /** How it is stopped; at once if somebody wanted that already. */
  public synchronized void by(Runnable action) {
    way = action;
    if (wanted) {
      action.run();
    }
  }

  /** There is nothing to stop any more. */
  public synchronized void over() {
    way = null;
  }
}
