package id.pde.source.layout.stage;

import id.pde.model.Cell;
import id.pde.model.Issue;
import id.pde.model.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Gives empty cells the value above. The place of such a value is the cell that it comes from:
 * there it has to be corrected. Hidden rows hand values on; a row that cannot be taken does not,
 * and nobody knows what it would have said, so those that need it are set aside.
 */
final class FillDownStage implements Stage {

  private final Setting setting;
  private final int[] fields;
  private final @Nullable Cell[] above;
  private final long[] lines;

  /** Line of a row at fault that stands between a field and the value above it; 0: none. */
  private final long[] lost;

  private final Stage next;

  FillDownStage(Setting setting, int[] fields, Stage next) {
    this.setting = setting;
    this.fields = fields;
    this.above = new @Nullable Cell[fields.length];
    this.lines = new long[fields.length];
    this.lost = new long[fields.length];
    this.next = next;
  }

  @Override
  public void row(Draft draft) {
    boolean taken = draft.issues().isEmpty();
    for (int i = 0; i < fields.length; i++) {
      int field = fields[i];
      if (!taken) {
        lost[i] = draft.line();
        above[i] = null;
      } else if (draft.filled(field)) {
        above[i] = draft.cell(field);
        lines[i] = draft.line(field);
        lost[i] = 0;
      } else if (lost[i] > 0) {
        draft.reject(unknown(draft, i));
      } else {
        fill(draft, i);
      }
    }
    next.row(draft);
  }

  private void fill(Draft draft, int i) {
    Cell cell = above[i];
    if (cell != null) {
      draft.put(fields[i], cell, lines[i]);
    }
  }

  private List<Issue> unknown(Draft draft, int i) {
    String place = setting.row(lost[i]).shown();
    return setting.reject(
        "fill-down.unknown",
        setting.header().location(draft.line(), fields[i]),
        new Text(
            "isian kosong ini mengikuti baris di atasnya, tetapi " + place + " tidak dapat dibaca",
            "this empty cell takes the value above, but " + place + " cannot be read"),
        new Text(
            "betulkan " + place + ", atau isi kolom ini", "correct " + place + ", or fill it in"));
  }

  @Override
  public void gap() {
    next.gap();
  }

  @Override
  public void end() {
    next.end();
  }
}
