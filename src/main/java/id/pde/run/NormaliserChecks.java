package id.pde.run;

import id.pde.codes.CodeLists;
import id.pde.mapping.Mapping;
import id.pde.model.Header;
import id.pde.model.Issue;
import id.pde.model.Outcome;
import id.pde.model.Row;
import id.pde.normalise.Binding;
import id.pde.normalise.Binding.Bound;
import id.pde.normalise.Dating;
import id.pde.normalise.Normaliser;
import id.pde.normalise.Normaliser.Surroundings;
import id.pde.normalise.Normaliser.Surroundings.Shown;
import id.pde.normalise.protect.Protection;
import id.pde.normalise.protect.Pseudonyms;
import id.pde.run.check.RowView;
import id.pde.run.erase.ErasedRows;
import id.pde.run.erase.RowJudge;
import java.math.BigDecimal;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The checks of the product, with one snapshot of the code lists and of the key. */
public record NormaliserChecks(CodeLists codes, Pseudonyms pseudonyms, ErasedRows erased)
    implements Checks {

  /** Where nobody was erased, or erased rows are looked for. */
  public NormaliserChecks(CodeLists codes, Pseudonyms pseudonyms) {
    this(codes, pseudonyms, ErasedRows.NONE);
  }

  /** For mappings without {@code protect: hmac}. */
  public NormaliserChecks(CodeLists codes) {
    this(codes, Pseudonyms.NONE);
  }

  @Override
  public Checks begun() {
    return new NormaliserChecks(codes, pseudonyms, erased.settled());
  }

  @Override
  public @Nullable Issue hindrance(Mapping mapping) {
    return Protection.needsKey(mapping) && pseudonyms.keyId().isEmpty()
        ? KeyFaults.missing(mapping)
        : erased.hindrance(mapping);
  }

  @Override
  public Fit fit(Mapping mapping, Header header, Dating dating) {
    Bound bound = Binding.bind(mapping, header);
    if (bound instanceof Bound.Misfit misfit) {
      return new Fit.Misfit(misfit.faults());
    }
    Bound.Fits fits = (Bound.Fits) bound;
    RowJudge judge = erased.judge(mapping, pseudonyms);
    Shown shown = judge == null ? Shown.TO_CHECKS : Shown.ALWAYS;
    Surroundings surroundings = new Surroundings(dating, pseudonyms, shown);
    Normaliser normaliser = new Normaliser(mapping, codes, fits.binding(), surroundings);
    Function<Row, Outcome> check =
        judge == null
            ? normaliser::apply
            : row -> {
              Outcome outcome = normaliser.apply(row);
              return judge.obeyed(row, normaliser.values(), outcome);
            };
    return new Fit.Fits(check, view(normaliser), fits.notes());
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
