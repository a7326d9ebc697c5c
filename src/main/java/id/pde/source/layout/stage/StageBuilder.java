package id.pde.source.layout.stage;

import id.pde.mapping.Condition;
import id.pde.mapping.TableForm;
import id.pde.mapping.TableForm.Outline;
import id.pde.mapping.TableForm.Unpivot;
import id.pde.mapping.VirtualField;
import id.pde.mapping.VirtualField.Join;
import id.pde.mapping.VirtualField.Origin;
import id.pde.mapping.VirtualField.Title;
import id.pde.model.Cell;
import id.pde.model.Field;
import id.pde.model.Header;
import id.pde.source.layout.stage.JoinStage.Joined;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lays the stages of one table behind each other; used once. */
final class StageBuilder {

  private final StagePlan plan;
  private final TableForm form;
  private final Setting setting;
  private final Named named;
  private final Schema wide;
  private final List<Cell> constants = new ArrayList<>();
  private final List<Join> open = new ArrayList<>();
  private Header shown;

  StageBuilder(StagePlan plan, Setting setting) {
    this.plan = plan;
    this.form = plan.table();
    this.setting = setting;
    this.named = new Named(setting, plan.missing());
    this.wide = new Schema(setting.header().fields());
    this.shown = setting.header();
    for (VirtualField field : plan.virtual()) {
      constant(field);
    }
  }

  /** Fields that are the same in all rows, and joins for later. */
  private void constant(VirtualField field) {
    if (field instanceof Join join) {
      open.add(join);
      return;
    }
    String text =
        field instanceof Title title
            ? Titles.find(title, setting.header())
            : origin((Origin) field);
    if (text != null) {
      wide.add(new Field(field.heading(), 0));
      constants.add(text.isEmpty() ? Cell.BLANK : new Cell.Words(text));
    }
  }

  private String origin(Origin origin) {
    return switch (origin) {
      case FILE -> plan.file();
      case FOLDER -> plan.folder();
      case SHEET ->
          setting.header().origin() == Header.Origin.SHEET ? setting.header().table() : "";
    };
  }

  /** The first stage. */
  Stage build() {
    List<Joined> early = joins(wide);
    Outline outline = form.outline();
    int level = add(outline == null ? null : outline.level());
    int parent = add(outline == null ? null : outline.parent());
    List<Joined> afterOutline = joins(wide);
    Header wideHeader = setting.with(wide);
    Stage stage = ending(wideHeader);
    if (!afterOutline.isEmpty()) {
      stage = new JoinStage(afterOutline, stage);
    }
    if (outline != null) {
      int of = named.needed("outline.of", outline.of(), wide);
      stage = outline(outline, new OutlineRows.Places(of, level, parent), stage);
    }
    if (!early.isEmpty()) {
      stage = new JoinStage(early, stage);
    }
    if (!form.fillDown().isEmpty()) {
      stage = new FillDownStage(setting, fillDown(), stage);
    }
    String starts = form.recordStarts();
    if (starts != null) {
      int field = named.needed("record.starts", starts, new Schema(setting.header().fields()));
      stage = new RecordStage(setting, field, setting.header().fields().size(), stage);
    }
    return stage;
  }

  private Stage outline(Outline outline, OutlineRows.Places places, Stage next) {
    OutlineRows.Context table = new OutlineRows.Context(setting, setting.with(wide));
    OutlineRows rows = new OutlineRows(table, outline, places, next);
    return outline.by() instanceof Outline.By.Code
        ? new CodeOutline(rows)
        : new OrderOutline(rows, outline.by());
  }

  private int add(@Nullable String name) {
    return name == null ? -1 : wide.add(new Field(name, 0));
  }

  private int[] fillDown() {
    Schema file = new Schema(setting.header().fields());
    return form.fillDown().stream()
        .mapToInt(heading -> named.wished("fill-down", heading, file))
        .filter(field -> field >= 0)
        .toArray();
  }

  /** Joins whose parts are all there by now; they become fields. */
  private List<Joined> joins(Schema schema) {
    List<Joined> joined = new ArrayList<>();
    for (Join join : List.copyOf(open)) {
      List<List<Integer>> covered = join.parts().stream().map(schema::covered).toList();
      if (covered.stream().noneMatch(List::isEmpty)) {
        List<Integer> parts = covered.stream().flatMap(List::stream).toList();
        int field = schema.add(new Field(join.heading(), schema.get(parts.get(0)).column()));
        joined.add(new Joined(field, parts, join.separator(), join.read()));
        open.remove(join);
      }
    }
    return joined;
  }

  private Stage ending(Header wideHeader) {
    Unpivot unpivot = form.unpivot();
    Condition where = form.where();
    if (unpivot == null) {
      shown = wideHeader;
      return new WideEnd(setting, wideHeader, condition(where, wide), null);
    }
    PivotColumns columns = PivotColumns.of(unpivot, wide);
    if (columns.pivots().isEmpty()) {
      throw named.noPivots(unpivot);
    }
    Schema narrow = columns.schema(unpivot, wide);
    List<Joined> late = joins(narrow);
    boolean early = where != null && where.headings().stream().allMatch(one -> wide.find(one) >= 0);
    UnpivotStage.After after =
        new UnpivotStage.After(plan.noValue(), late, early ? null : condition(where, narrow));
    UnpivotStage stage = new UnpivotStage(setting, columns, narrow, after);
    shown = stage.header();
    return new WideEnd(setting, wideHeader, early ? condition(where, wide) : null, stage);
  }

  private @Nullable ConditionCheck condition(@Nullable Condition where, Schema schema) {
    if (where == null) {
      return null;
    }
    int[] fields =
        where.headings().stream()
            .mapToInt(heading -> named.wished("where", heading, schema))
            .toArray();
    return new ConditionCheck(setting, where, fields);
  }

  /** The header of all fields, those that become rows included. */
  Header wide() {
    return setting.with(wide);
  }

  /** The header of the rows that come out. */
  Header shown() {
    return shown;
  }

  /** Cells of a row before those of the file are put in. */
  Cell[] preset() {
    Cell[] cells = new Cell[wide.size()];
    Arrays.fill(cells, Cell.BLANK);
    for (int i = 0; i < constants.size(); i++) {
      cells[setting.header().fields().size() + i] = constants.get(i);
    }
    return cells;
  }
}
