package id.pde.model;

import java.util.List;

/** What became of a row. */
public sealed interface Outcome {

  /** Typed, coded, checked; issues are warnings. */
  record Accepted(Record record, List<Issue> issues) implements Outcome {
    public Accepted {
      issues = List.copyOf(issues);
    }
  }

  /** Says, by the mapping's {@code delete-when}, that the row of its key is to be deleted. */
  record Deletes(Record record) implements Outcome {}

  /** Set aside with its reasons. */
  record Rejected(Row row, List<Issue> issues) implements Outcome {
    public Rejected {
      issues = List.copyOf(issues);
    }
  }

  /** Dropped for a reason that the ledger keeps. */
  record Filtered(Row row, FilterReason reason) implements Outcome {}
}
