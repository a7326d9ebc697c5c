package id.pde.run;

import id.pde.mapping.Mapping;
import id.pde.model.Header;
import id.pde.model.Outcome.Rejected;
import id.pde.normalise.Sight;
import org.jspecify.annotations.Nullable;

/**
 * Takes out of rejected rows what may not leave the archive. Remembers the table that it saw last;
 * for one reading of one delivery.
 */
final class Redacting {

  private @Nullable Header header;
  private @Nullable Mapping mapping;
  private @Nullable Sight sight;

  // A reading hands over one header per table; that it is the same one is enough to know.
  @SuppressWarnings("ReferenceEquality")
  Rejected of(Mapping variant, Rejected rejected) {
    Header table = rejected.row().header();
    Sight known = sight;
    if (known == null || mapping != variant || header != table) {
      known = Sight.of(variant, table);
      sight = known;
      mapping = variant;
      header = table;
    }
    return new Rejected(known.redacted(rejected.row()), rejected.issues());
  }
}
