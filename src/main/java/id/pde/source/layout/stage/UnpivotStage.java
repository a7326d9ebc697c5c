package id.pde.source.layout.stage;

import id.pde.model.Cell;
import id.pde.model.Field;
import id.pde.model.FilterReason;
import id.pde.model.Header;
import id.pde.source.layout.stage.JoinStage.Joined;
import id.pde.source.layout.stage.PivotColumns.Pivot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes a row of every cell of certain columns. The value has the place of that cell, the names
 * that of the heading they are read from.
 */
final class UnpivotStage {

  private final Setting setting;
  private final int[] kept;
  private final List<Variant> variants;
  private final int size;
  private final Set<String> noValue;
  private final List<Joined> joins;
  private final @Nullable ConditionCheck condition;

  /** What the rows of one column have in common. */
  private record Variant(int field, List<Cell> names, Header header) {}

  /**
   * What is done with the rows that come of a row.
   *
   * @param noValue words, lower-case, that stand for nothing in the value field
   * @param joins fields made of the new ones
   * @param condition on the new fields; null: none
   */
  record After(Set<String> noValue, List<Joined> joins, @Nullable ConditionCheck condition) {}

  UnpivotStage(Setting setting, PivotColumns columns, Schema schema, After after) {
    this.setting = setting;
    this.kept = columns.kept().stream().mapToInt(Integer::intValue).toArray();
    this.size = schema.size();
    this.noValue = after.noValue;
    this.joins = List.copyOf(after.joins);
    this.condition = after.condition;
    this.variants = columns.pivots().stream().map(pivot -> variant(pivot, schema)).toList();
  }

  /** Names and value stand in the column that they are read from. */
  private Variant variant(Pivot pivot, Schema schema) {
    List<Field> fields = new ArrayList<>(schema.fields());
    int column = setting.header().fields().get(pivot.field()).column();
    for (int i = kept.length; i <= kept.length + pivot.names().size(); i++) {
      fields.set(i, new Field(fields.get(i).heading(), column));
    }
    return new Variant(pivot.field(), pivot.names(), setting.with(fields));
  }

  /** The header of the table; that of a row differs in the places of its names and value. */
  Header header() {
    return variants.get(0).header;
  }

  void row(Draft wide) {
    for (Variant variant : variants) {
      Draft draft = draft(wide, variant);
      if (isEmpty(wide.cell(variant.field))) {
        setting.filter(variant.header, draft, FilterReason.EMPTY);
        continue;
      }
      JoinStage.fill(joins, draft);
      if (condition != null && !condition.holds(draft)) {
        setting.filter(variant.header, draft, FilterReason.WHERE);
      } else if (draft.issues().isEmpty()) {
        setting.accept(variant.header, draft);
      } else {
        setting.reject(variant.header, draft);
      }
    }
  }

  private Draft draft(Draft wide, Variant variant) {
    Cell[] cells = new Cell[size];
    Draft draft = new Draft(wide.line(), cells, false, List.of());
    Arrays.fill(cells, Cell.BLANK);
    for (int i = 0; i < kept.length; i++) {
      draft.put(i, wide.cell(kept[i]), wide.line(kept[i]));
    }
    long heading = setting.header().line() > 0 ? setting.header().line() : wide.line();
    int next = kept.length;
    for (Cell name : variant.names) {
      draft.put(next++, name, heading);
    }
    draft.put(next, wide.cell(variant.field), wide.line(variant.field));
    return draft;
  }

  /** An error is not nothing: its column says what becomes of it. */
  private boolean isEmpty(Cell value) {
    if (!Texts.filled(value)) {
      return true;
    }
    return !noValue.isEmpty()
        && !(value instanceof Cell.Uncalculated)
        && noValue.contains(Texts.line(value).toLowerCase(Locale.ROOT));
  }
}
