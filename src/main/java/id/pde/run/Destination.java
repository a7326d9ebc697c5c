package id.pde.run;

import id.pde.model.Issue;
import id.pde.model.RunOutcome;
import java.util.List;

/** Where a delivery goes: through which mappings, or why through none. */
public interface Destination {

  /** Decides over a delivery that is in the archive; equal files give equal answers. */
  Assigned of(Delivery delivery);

  /** Whose deliveries it takes; empty: anybody's. */
  default String agency() {
    return "";
  }

  /** The same, whose runs tell something about the delivery beside their own. */
  default Destination noting(List<Issue> notes) {
    return this;
  }

  /** Where something goes that cannot even be opened: into the ledger, with the reason. */
  Assigned.Nowhere refusing(Issue issue);

  /** The decision. */
  sealed interface Assigned {

    /** Each is a run of its own, in this order; the sender gets one answer over all. */
    record Runs(List<Work> works) implements Assigned {
      public Runs {
        works = List.copyOf(works);
      }
    }

    /** A bundle: each member is a delivery of its own, and the sender gets one answer over all. */
    record Members(Bundles bundles, Destination each) implements Assigned {}

    /**
     * No mapping takes it, or too many would.
     *
     * @param loader writes it into the ledger
     * @param agency whose delivery it is
     * @param outcome waiting or refused
     * @param issues why; never none
     */
    record Nowhere(Loader loader, String agency, RunOutcome outcome, List<Issue> issues)
        implements Assigned {
      public Nowhere {
        issues = List.copyOf(issues);
      }
    }
  }
}
