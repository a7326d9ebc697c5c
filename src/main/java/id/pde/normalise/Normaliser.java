package id.pde.normalise;

import id.pde.codes.CodeLists;
import id.pde.mapping.ColumnSpec;
import id.pde.mapping.Mapping;
import id.pde.model.Outcome;
import id.pde.model.Record;
import id.pde.model.Row;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes typed records of the rows of one table. Keeps small caches: one instance per table, one
 * thread at a time.
 */
public final class Normaliser {

  private final Binding binding;
  private final List<ColumnSpec> columns;

  public Normaliser(Mapping mapping, CodeLists codes, Binding binding) {
    this.binding = binding;
    this.columns = mapping.columns();
  }

  /** The typed record of a row, or all reasons why it is none. */
  public Outcome apply(Row row) {
    @Nullable Object[] values = new @Nullable Object[columns.size()];
    for (int i = 0; i < values.length; i++) {
      int field = binding.field(i);
      String text = field < 0 || field >= row.size() ? null : row.text(field);
      String tidy = text == null ? "" : Tidy.text(text);
      values[i] = tidy.isEmpty() ? null : tidy;
    }
    return new Outcome.Accepted(new Record(row, values), List.of());
  }
}
