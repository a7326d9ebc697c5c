package id.pde.source.layout.stage;

import id.pde.mapping.TableForm.Hidden;
import id.pde.model.Cell;
import id.pde.model.FilterReason;
import id.pde.model.Header;
import id.pde.model.Issue;
import id.pde.run.RowSource.RowVisitor;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongSupplier;

/** The way of the rows of one table, built as its mapping asks for it. Used by one thread. */
public final class RowStages {

  private final Setting setting;
  private final Header wide;
  private final Header shown;
  private final Cell[] preset;
  private final Stage first;
  private final boolean skipsHidden;

  /**
   * Builds the way.
   *
   * @throws id.pde.run.SourceUnreadable where the table lacks what the mapping leans on
   */
  public RowStages(StagePlan plan, Table table, RowVisitor visitor) {
    this.setting = new Setting(table.header, visitor, table.ordinals);
    StageBuilder builder = new StageBuilder(plan, setting);
    this.skipsHidden = plan.table().hidden() == Hidden.SKIP;
    this.first = builder.build();
    this.wide = builder.wide();
    this.shown = builder.shown();
    this.preset = builder.preset();
  }

  /**
   * A table as it was found.
   *
   * @param header of the fields of the file
   * @param ordinals gives every row that is shown its number
   */
  public record Table(Header header, LongSupplier ordinals) {}

  /** The header of the rows that come out. */
  public Header header() {
    return shown;
  }

  /**
   * Takes the next row.
   *
   * @param cells one per field of the file
   * @param hidden whether people do not see it
   * @param issues why it cannot be taken; empty: it can
   */
  public void row(long line, Cell[] cells, boolean hidden, List<Issue> issues) {
    first.row(draft(line, cells, skipsHidden && hidden, issues));
  }

  /** Blank rows, or others that are no data, stand here. */
  public void gap() {
    first.gap();
  }

  /** A row that is dropped before anything else is done with it. */
  public void filtered(long line, Cell[] cells, FilterReason reason) {
    first.gap();
    setting.filter(wide, draft(line, cells, false, List.of()), reason);
  }

  private Draft draft(long line, Cell[] cells, boolean hidden, List<Issue> issues) {
    Cell[] all = Arrays.copyOf(preset, preset.length);
    System.arraycopy(cells, 0, all, 0, cells.length);
    return new Draft(line, all, hidden, issues);
  }

  public void end() {
    first.end();
  }
}
