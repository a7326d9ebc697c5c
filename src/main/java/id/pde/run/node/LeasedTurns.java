package id.pde.run.node;

import id.pde.run.RunStopped;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Turns of one node, as long as its leases last; whoever makes it calls {@link #renew}. */
public final class LeasedTurns implements FolderTurns {

  private final FolderLeases leases;
  private final String node;
  private final Duration lease;
  private final Map<String, Held> held = new HashMap<>();

  /** How often it was taken here, and until when it is ours at least, by this process's ticks. */
  private record Held(int times, long until) {
    boolean isOurs() {
      return System.nanoTime() - until < 0;
    }
  }

  /**
   * @param lease how long a silent node keeps what it has
   */
  public LeasedTurns(FolderLeases leases, String node, Duration lease) {
    this.leases = leases;
    this.node = node;
    this.lease = lease;
  }

  @Override
  public synchronized boolean take(String agency) {
    Held before = held.get(agency);
    int times = before == null ? 0 : before.times();
    long until = before == null ? 0 : before.until();
    if (before == null || !before.isOurs()) {
      until = System.nanoTime() + lease.toNanos();
      if (!leases.take(agency, node, lease)) {
        return false;
      }
    }
    held.put(agency, new Held(times + 1, until));
    return true;
  }

  @Override
  public synchronized boolean holds(String agency) {
    Held now = held.get(agency);
    return now != null && now.isOurs();
  }

  @Override
  public synchronized void leave(String agency) {
    Held before = held.get(agency);
    if (before == null) {
      return;
    }
    if (before.times() > 1) {
      held.put(agency, new Held(before.times() - 1, before.until()));
      return;
    }
    held.remove(agency);
    letGo(agency);
  }

  /** Keeps what is held; what another node took meanwhile is lost. Never throws. */
  public synchronized void renew() {
    for (Map.Entry<String, Held> one : held.entrySet()) {
      long until = System.nanoTime() + lease.toNanos();
      try {
        if (leases.take(one.getKey(), node, lease)) {
          one.setValue(new Held(one.getValue().times(), until));
        }
      } catch (RunStopped away) {
        // Nobody else can take it either; whether it is still ours shows when the database is back.
        return;
      }
    }
  }

  @Override
  public synchronized void close() {
    List.copyOf(held.keySet()).forEach(this::letGo);
    held.clear();
  }

  private void letGo(String agency) {
    try {
      leases.leave(agency, node);
    } catch (RunStopped away) {
      // It ends by itself.
      return;
    }
  }
}
