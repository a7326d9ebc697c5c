package id.pde.run;

import id.pde.model.Issue;

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
  public Assigned.Nowhere refusing(Issue issue) {
    return each.refusing(issue);
  }
}
