package id.pde.run;

import id.pde.codes.CodeLists;
import id.pde.mapping.Mapping;
import id.pde.model.Header;
import id.pde.normalise.Binding;
import id.pde.normalise.Binding.Bound;
import id.pde.normalise.Dating;
import id.pde.normalise.Normaliser;

/** The checks of the product, with one snapshot of the code lists. */
public record NormaliserChecks(CodeLists codes) implements Checks {

  @Override
  public Fit fit(Mapping mapping, Header header, Dating dating) {
    Bound bound = Binding.bind(mapping, header);
    if (bound instanceof Bound.Misfit misfit) {
      return new Fit.Misfit(misfit.faults());
    }
    Bound.Fits fits = (Bound.Fits) bound;
    return new Fit.Fits(
        new Normaliser(mapping, codes, fits.binding(), dating)::apply, fits.notes());
  }
}
