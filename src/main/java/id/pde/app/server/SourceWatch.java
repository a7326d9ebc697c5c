package id.pde.app.server;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Which watched folders and doors cannot be read now, and why. Safe for use by many threads. */
final class SourceWatch {

  private final Map<String, String> down = new ConcurrentHashMap<>();

  /**
   * A look came to no end.
   *
   * @param source without anything secret
   * @param code of the fault
   */
  void ill(String source, String code) {
    down.put(source, code);
  }

  void well(String source) {
    down.remove(source);
  }

  /** Codes of faults by source; empty: all could be read when they were last looked into. */
  Map<String, String> down() {
    return new TreeMap<>(down);
  }
}
