package id.pde.mapping;

import id.pde.mapping.Block.Where;
import id.pde.mapping.yaml.Suggestion;
import id.pde.mapping.yaml.YamlNode.Scalar;
import id.pde.model.Period;
import id.pde.model.Text;

/** Says what is wrong with {@code expected}. */
final class ExpectedFaults {

  private ExpectedFaults() {}

  static void check(Block expected) {
    Scalar every = expected.scalar("every");
    if (every != null && !Expectation.WORDS.containsKey(every.text())) {
      expected.fault(
          "mapping.value",
          new Where("every", every.place()),
          new Text(
              every.shown() + " bukan nilai dari every", every.shown() + " is no value of every"),
          Suggestion.fix(every.text(), Expectation.WORDS.keySet()));
    }
    Scalar due = expected.scalar("due");
    if (due != null && Expectation.due(due.text()).isEmpty()) {
      expected.fault(
          "mapping.value",
          new Where("due", due.place()),
          new Text(
              due.shown() + " bukan hari sesudah periode",
              due.shown() + " is no day after a period"),
          new Text("tulis working-day 5, atau day 10", "write working-day 5, or day 10"));
    }
    Scalar since = expected.scalar("since");
    if (since != null && Period.parse(since.text()).isEmpty()) {
      expected.fault(
          "mapping.value",
          new Where("since", since.place()),
          new Text(since.shown() + " bukan periode", since.shown() + " is no period"),
          new Text(
              "tulis misalnya 2025-01, 2025-Q1 atau 2025",
              "write for example 2025-01, 2025-Q1 or 2025"));
    }
  }
}
