package id.pde.route;

import id.pde.model.RunOutcome;
import id.pde.run.event.Reminder;
import id.pde.run.event.RunEvents.Receiver;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Reads {@code pde:events?name=N&outcome=refused,failed&submission=due,late&agency=x}. */
final class EventsAddress {

  static final Set<String> OUTCOMES =
      Arrays.stream(RunOutcome.values())
          .map(RunOutcome::code)
          .collect(Collectors.toCollection(TreeSet::new));

  static final Set<String> SUBMISSIONS =
      Arrays.stream(Reminder.State.values())
          .map(Reminder.State::code)
          .collect(Collectors.toCollection(TreeSet::new));

  private EventsAddress() {}

  /** The outcomes that a route names; none: all. */
  static Set<String> outcomes(Map<String, String> options) {
    return words(options, "outcome");
  }

  /** The states of submissions that a route names; none: it is reminded of nothing. */
  static Set<String> submissions(Map<String, String> options) {
    return words(options, "submission");
  }

  private static Set<String> words(Map<String, String> options, String option) {
    return Arrays.stream(options.getOrDefault(option, "").split(",", -1))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .collect(Collectors.toSet());
  }

  static Receiver receiver(Map<String, String> options) {
    return new Receiver(
        options.getOrDefault("name", ""),
        outcomes(options),
        Arrays.stream(Reminder.State.values())
            .filter(state -> submissions(options).contains(state.code()))
            .collect(Collectors.toSet()),
        options.getOrDefault("agency", ""));
  }
}
