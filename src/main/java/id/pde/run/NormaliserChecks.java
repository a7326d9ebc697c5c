package id.pde.run;

import id.pde.codes.CodeLists;
import id.pde.mapping.Mapping;
import id.pde.model.Header;
import id.pde.model.Issue;
import id.pde.model.Row;
import id.pde.normalise.Binding;
import id.pde.normalise.Binding.Bound;
import id.pde.normalise.Dating;
import id.pde.normalise.Normaliser;
import id.pde.normalise.Normaliser.Surroundings;
import id.pde.normalise.protect.Protection;
import id.pde.normalise.protect.Pseudonyms;
import id.pde.run.check.RowView;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The checks of the product, with one snapshot of the code lists and of the key. */
public record NormaliserChecks(CodeLists codes, Pseudonyms pseudonyms) implements Checks {

  /** For mappings without {@code protect: hmac}. */
  public NormaliserChecks(CodeLists codes) {
    this(codes, Pseudonyms.NONE);
  }

  @Override
  public @Nullable Issue hindrance(Mapping mapping) {
    return Protection.needsKey(mapping) && pseudonyms.keyId().isEmpty()
        ? KeyFaults.missing(mapping)
        : null;
  }

  @Override
  public Fit fit(Mapping mapping, Header header, Dating dating) {
    Bound bound = Binding.bind(mapping, header);
    if (bound instanceof Bound.Misfit misfit) {
      return new Fit.Misfit(misfit.faults());
    }
    Bound.Fits fits = (Bound.Fits) bound;
    Surroundings surroundings = new Surroundings(dating, pseudonyms);
    Normaliser normaliser = new Normaliser(mapping, codes, fits.binding(), surroundings);
    return new Fit.Fits(normaliser::apply, view(normaliser), fits.notes());
  }

  private static RowView view(Normaliser normaliser) {
    return new RowView() {
      @Override
      public @Nullable Object[] values() {
        return normaliser.values();
      }

      @Override
      public @Nullable BigDecimal amount(Row row, int column) {
        return normaliser.amount(row, column);
      }
    };
  }
}
