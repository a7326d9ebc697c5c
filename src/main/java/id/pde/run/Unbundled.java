package id.pde.run;

import id.pde.model.Issue;
import java.util.List;

/** Sends each member of a bundle its own way, and any other delivery where it went before. */
public record Unbundled(Bundles bundles, Destination each) implements Destination {

  @Override
  public String agency() {
    return each.agency();
  }

  @Override
  public Assigned of(Delivery delivery) {
    boolean bundle =
        delivery.packed() == null
            && delivery.form() == Delivery.Form.FILE
            && bundles.holds(delivery.file());
    return bundle ? new Assigned.Members(bundles, each) : each.of(delivery);
  }

  @Override
  public Unbundled noting(List<Issue> notes) {
    return new Unbundled(bundles, each.noting(notes));
  }

  @Override
  public Assigned.Nowhere refusing(Issue issue) {
    return each.refusing(issue);
  }
}
