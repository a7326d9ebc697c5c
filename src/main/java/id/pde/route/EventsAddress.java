package id.pde.route;

import id.pde.model.RunOutcome;
import id.pde.run.event.RunEvents.Receiver;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Reads {@code pde:events?name=N&outcome=refused,failed&agency=x}. */
final class EventsAddress {

  static final Set<String> OUTCOMES =
      Arrays.stream(RunOutcome.values())
          .map(RunOutcome::code)
          .collect(Collectors.toCollection(TreeSet::new));

  private EventsAddress() {}

  /** The outcomes that a route names; none: all. */
  static Set<String> outcomes(Map<String, String> options) {
    return Arrays.stream(options.getOrDefault("outcome", "").split(","))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .collect(Collectors.toSet());
  }

  static Receiver receiver(Map<String, String> options) {
    return new Receiver(
        options.getOrDefault("name", ""), outcomes(options), options.getOrDefault("agency", ""));
  }
}
