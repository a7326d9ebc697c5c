package id.pde.source.layout.stage;

import id.pde.model.FilterReason;
import id.pde.model.Header;
import org.jspecify.annotations.Nullable;

/** Decides which rows go on: not the hidden ones, nor those that the condition does not want. */
final class WideEnd implements Stage {

  private final Setting setting;
  private final Header header;
  private final @Nullable ConditionCheck condition;
  private final @Nullable UnpivotStage unpivot;

  /**
   * The last step before columns become rows.
   *
   * @param header of all fields, those that become rows included
   * @param condition null: all are wanted
   * @param unpivot null: a row is a row
   */
  WideEnd(
      Setting setting,
      Header header,
      @Nullable ConditionCheck condition,
      @Nullable UnpivotStage unpivot) {
    this.setting = setting;
    this.header = header;
    this.condition = condition;
    this.unpivot = unpivot;
  }

  @Override
  public void row(Draft draft) {
    if (draft.hidden()) {
      setting.filter(header, draft, FilterReason.HIDDEN);
      return;
    }
    if (!draft.issues().isEmpty()) {
      setting.reject(header, draft);
      return;
    }
    if (condition != null && !condition.holds(draft)) {
      setting.filter(header, draft, FilterReason.WHERE);
      return;
    }
    if (!draft.issues().isEmpty()) {
      setting.reject(header, draft);
    } else if (unpivot == null) {
      setting.accept(header, draft);
    } else {
      unpivot.row(draft);
    }
  }

  @Override
  public void gap() {
    // Nothing is open here.
  }

  @Override
  public void end() {
    // Nothing is kept back here.
  }
}
