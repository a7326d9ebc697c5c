package id.pde.run;

import id.pde.mapping.Mapping;
import id.pde.model.Issue;
import id.pde.model.RunOutcome;
import id.pde.run.LoadRequest.Choices;
import java.util.ArrayList;
import java.util.List;

/**
 * What a delivery is loaded with: a mapping and a loader of one snapshot of the mapping files.
 *
 * @param notes about the delivery, which the run tells beside its own
 */
public record Work(Mapping mapping, Loader loader, Choices choices, List<Issue> notes)
    implements Destination {

  public Work {
    notes = List.copyOf(notes);
  }

  public Work(Mapping mapping, Loader loader, Choices choices) {
    this(mapping, loader, choices, List.of());
  }

  @Override
  public String agency() {
    return mapping.agency();
  }

  @Override
  public Assigned of(Delivery delivery) {
    return new Assigned.Runs(List.of(this));
  }

  @Override
  public Work noting(List<Issue> more) {
    List<Issue> all = new ArrayList<>(notes);
    all.addAll(more);
    return new Work(mapping, loader, choices, all);
  }

  @Override
  public Assigned.Nowhere refusing(Issue issue) {
    return new Assigned.Nowhere(loader, mapping.agency(), RunOutcome.REFUSED, List.of(issue));
  }

  /** The same with more to tell. */
  Work with(List<Issue> more) {
    List<Issue> all = new ArrayList<>(notes);
    all.addAll(more);
    return more.isEmpty() ? this : new Work(mapping, loader, choices, all);
  }

  /** Says what loading a delivery would do. */
  RunReport plan(Delivery delivery, RunListener listener) {
    return loader.plan(new LoadRequest(mapping, delivery, choices, listener, notes));
  }

  /** Says that a delivery would be refused, for it cannot even be opened. */
  RunReport planned(Delivery delivery, RunStopped why) {
    return loader.told(delivery, refusing(why.issue()));
  }

  /** Loads the rows of an earlier run that wait in quarantine. */
  public RunReport loadRejects(Delivery delivery, long run, RunListener listener) {
    return loader.load(new LoadRequest(mapping, delivery, choices, listener, notes, run));
  }

  /** Loads a delivery. */
  RunReport load(Delivery delivery, RunListener listener) {
    return loader.load(new LoadRequest(mapping, delivery, choices, listener, notes));
  }
}
