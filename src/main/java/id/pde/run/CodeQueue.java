package id.pde.run;

import java.util.List;

/** The values that no code list knew, as far as their rows were not read again. */
@FunctionalInterface
public interface CodeQueue {

  /** In the order of runs; of deliveries that were refused only the last try. */
  List<Unmatched.Waiting> waiting();

  /** How many values of how many lists these are. */
  default long values() {
    return waiting().stream()
        .map(waiting -> waiting.unmatched().list() + " " + waiting.unmatched().value())
        .distinct()
        .count();
  }
}
