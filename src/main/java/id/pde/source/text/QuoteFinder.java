package id.pde.source.text;

import id.pde.source.layout.LayoutPlan;
import java.util.List;
import java.util.Optional;

/**
 * Finds how a text quotes where nothing was declared: other signs than the usual ones are taken
 * only if they explain every quote of a sample that the usual ones leave unexplained.
 */
final class QuoteFinder {

  private static final Dialect USUAL = new Dialect(Dialect.NONE, '"', Dialect.NONE);
  private static final List<Dialect> OTHERS =
      List.of(
          new Dialect(Dialect.NONE, '"', '\\'),
          new Dialect(Dialect.NONE, '\'', Dialect.NONE),
          new Dialect(Dialect.NONE, '\'', '\\'));

  private final String sample;

  QuoteFinder(String sample) {
    this.sample = sample;
  }

  /** Quote, escape and the delimiter that goes with them. */
  Dialect find(Optional<Character> delimiter) {
    Dialect usual = with(USUAL, delimiter);
    QuoteCount count = QuoteCount.of(sample, usual);
    if (count.closed() > 0 && count.stray() + count.open() == 0) {
      return usual;
    }
    for (Dialect other : OTHERS) {
      Dialect dialect = with(other, delimiter);
      boolean sameSign = other.quote() == USUAL.quote();
      if ((sameSign || count.closed() + count.stray() + count.open() == 0)
          && QuoteCount.of(sample, dialect).explains(other)) {
        return dialect;
      }
    }
    return usual;
  }

  private Dialect with(Dialect form, Optional<Character> delimiter) {
    return delimiter
        .map(form::with)
        .orElseGet(() -> DelimiterFinder.find(sample, form, LayoutPlan.plain()));
  }
}
