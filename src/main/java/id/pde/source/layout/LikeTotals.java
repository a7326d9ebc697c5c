package id.pde.source.layout;

import id.pde.mapping.SourceSpec.RowPatterns;
import id.pde.model.Issue;
import id.pde.model.Text;
import org.jspecify.annotations.Nullable;

/**
 * Rows that read like totals but fill the key's columns. The default patterns leave them alone, for
 * they may be data; that a total may have been loaded must not go unsaid.
 */
final class LikeTotals {

  private final RowPatterns skip;
  private long rows;
  private long first;

  LikeTotals(RowPatterns skip) {
    this.skip = skip;
  }

  /** Sees a row that is taken as data; keys that begin with a digit cost next to nothing. */
  void see(GridRow row, int firstFilled) {
    if (skip.declared() || skip.patterns().isEmpty()) {
      return;
    }
    String start = Tidy.line(row.text(firstFilled));
    if (!start.isEmpty() && Character.isLetter(start.codePointAt(0)) && skip.find(start)) {
      first = rows++ == 0 ? row.number() : first;
    }
  }

  /** What there is to say of them; null: none was seen. */
  @Nullable Issue note(GridPlace place) {
    if (rows == 0) {
      return null;
    }
    return Faults.note(
        "row.like-total",
        place.row(first),
        new Text(
            rows
                + " baris tampak seperti baris jumlah; dibaca sebagai data karena kuncinya terisi.",
            rows + " rows look like totals; they are read as data, for their key is filled."),
        new Text(
            "Bila bukan data, tulis skip: [default] di bagian source pada pemetaan.",
            "If they are not data, write skip: [default] under source in the mapping."));
  }
}
