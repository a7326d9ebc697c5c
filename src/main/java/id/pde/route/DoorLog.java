package id.pde.route;

import id.pde.model.Issue;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;

/** Tells of a door that cannot be read once, not at every look, and tells when it can again. */
final class DoorLog {

  private static final String WELL = "";

  private final Logger log;
  private final AtomicReference<String> state = new AtomicReference<>(WELL);

  DoorLog(Logger log) {
    this.log = log;
  }

  void ill(String door, Issue why) {
    String words = why.code() + ": " + why.message().en();
    if (words.equals(state.getAndSet(words))) {
      log.debug("{}: {}", door, words);
    } else {
      log.warn("{}: {}; {}", door, words, why.fix().en());
    }
  }

  void well(String door) {
    if (!state.getAndSet(WELL).equals(WELL)) {
      log.info("{}: can be read again", door);
    }
  }
}
