package id.pde.normalise;

import id.pde.codes.Code;
import id.pde.codes.CodeList;
import id.pde.codes.CodeLists;
import id.pde.codes.Validity.Span;
import id.pde.mapping.cel.CodeSource;
import id.pde.model.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What formulas ask of code lists, for the period of the row at hand. */
final class PeriodCodes implements CodeSource {

  private final CodeLists lists;
  private final RowSoFar row;

  PeriodCodes(CodeLists lists, RowSoFar row) {
    this.lists = lists;
    this.row = row;
  }

  @Override
  public @Nullable String name(String list, String code) {
    Code found = find(list, code);
    return found == null ? null : found.name();
  }

  @Override
  public @Nullable String parent(String list, String code) {
    Code found = find(list, code);
    return found == null ? null : found.parent();
  }

  @Override
  public boolean contains(String list, String code) {
    return find(list, code) != null;
  }

  /** The latest row of a code that is valid in the period; without a period the latest of all. */
  private @Nullable Code find(String name, String code) {
    CodeList list = lists.find(name);
    List<Code> rows = list == null ? List.of() : list.byCode(code);
    Period period = row.period();
    Span span = period == null ? null : new Span(period.start(), period.end());
    for (int i = rows.size() - 1; i >= 0; i--) {
      if (span == null || rows.get(i).validity().meets(span)) {
        return rows.get(i);
      }
    }
    return null;
  }
}
