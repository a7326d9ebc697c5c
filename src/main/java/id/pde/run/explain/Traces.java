package id.pde.run.explain;

import id.pde.mapping.ColumnSpec;
import id.pde.mapping.HeadingIndex;
import id.pde.mapping.Mapping;
import id.pde.mapping.VirtualField;
import id.pde.model.Field;
import id.pde.model.Header;
import id.pde.model.Issue;
import id.pde.model.Outcome.Accepted;
import id.pde.model.Row;
import id.pde.normalise.Sight;
import id.pde.run.ArchivedRow.Seen;
import id.pde.run.explain.ColumnTrace.CellSeen;
import id.pde.run.explain.RowVersions.Stored;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a version with their cells.
 *
 * @param closed whose values may not be seen
 * @param mapping of the run; null: it is not known any more
 * @param seen the row as it was read again; null: it was not
 * @param shown the texts of that row that may be seen
 */
record Traces(
    Predicate<String> closed,
    @Nullable Mapping mapping,
    @Nullable Seen seen,
    @Nullable Row shown,
    LikeVersion likeness) {

  static Traces of(
      Predicate<String> closed, @Nullable Mapping mapping, @Nullable Seen seen, Look look) {
    if (seen == null) {
      return new Traces(closed, mapping, null, null, look.likeness());
    }
    Row shown =
        look.sight() == Question.Sight.FROM_ARCHIVE
            ? seen.row()
            : Sight.of(seen.mapping(), seen.binding()).redacted(seen.row());
    return new Traces(closed, seen.mapping(), seen, shown, look.likeness());
  }

  /** How it is looked at. */
  record Look(Question.Sight sight, LikeVersion likeness) {}

  List<ColumnTrace> of(List<Stored> values) {
    List<ColumnTrace> traces = new ArrayList<>();
    for (Stored value : values) {
      traces.add(of(value));
    }
    return traces;
  }

  private ColumnTrace of(Stored value) {
    String name = value.column();
    Object held = value.value();
    String stored =
        held == null ? null : closed.test(name) ? Issue.REDACTED : StoredText.of(held, zone());
    int index = mapping == null ? -1 : mapping.column(name);
    if (mapping == null || index < 0) {
      return new ColumnTrace(name, stored, List.of(), List.of(), List.of(), "", null);
    }
    ColumnSpec column = mapping.columns().get(index);
    List<CellSeen> cells = cells(column, index);
    String raw = cells.size() == 1 ? cells.get(0).raw() : null;
    return new ColumnTrace(
        name,
        stored,
        cells,
        Recipe.of(mapping, column, raw),
        Recipe.uses(mapping, column),
        column.place().shown(),
        now(column, index));
  }

  private @Nullable String now(ColumnSpec column, int index) {
    if (seen == null
        || closed.test(column.name())
        || !(seen.outcome() instanceof Accepted accepted)) {
      return null;
    }
    Object value = accepted.record().value(index);
    return likeness.differs(column, value)
        ? value == null ? "" : StoredText.of(value, zone())
        : null;
  }

  private List<CellSeen> cells(ColumnSpec column, int index) {
    if (seen == null) {
      return List.of();
    }
    int field = seen.binding().field(index);
    if (field < 0 || field >= seen.row().size()) {
      return List.of();
    }
    List<Field> fields = seen.row().header().fields();
    String heading = fields.get(field).heading();
    for (VirtualField virtual : column.virtual()) {
      if (virtual instanceof VirtualField.Join join && join.heading().equals(heading)) {
        return joined(join, fields);
      }
    }
    return List.of(cell(field));
  }

  /** What the reader makes of a title, or of the name of the file, has no cell in the row. */
  private CellSeen made(VirtualField virtual, int field) {
    Row read = required(seen).row();
    String raw = text(field);
    if (virtual instanceof VirtualField.Title title) {
      for (Header.Caption caption : read.header().captions()) {
        if (title.pattern().matcher(caption.text()).find()) {
          String place = read.header().location(caption).shown();
          return new CellSeen(place, "", Issue.REDACTED.equals(raw) ? raw : caption.text());
        }
      }
    }
    return new CellSeen(virtual.heading(), "", raw);
  }

  private List<CellSeen> joined(VirtualField.Join join, List<Field> fields) {
    HeadingIndex headings = new HeadingIndex(fields.stream().map(Field::heading).toList());
    List<CellSeen> cells = new ArrayList<>();
    for (String part : join.parts()) {
      headings.find(part).forEach(field -> cells.add(cell(field)));
    }
    return cells;
  }

  private CellSeen cell(int field) {
    Row read = required(seen).row();
    String heading = read.header().fields().get(field).heading();
    for (ColumnSpec column : required(seen).mapping().columns()) {
      for (VirtualField virtual : column.virtual()) {
        if (virtual.heading().equals(heading)) {
          return made(virtual, field);
        }
      }
    }
    String place = required(seen).corrected().getOrDefault(field, read.location(field).shown());
    return new CellSeen(place, heading, text(field));
  }

  private ZoneId zone() {
    return mapping == null ? ZoneOffset.UTC : mapping.zone();
  }

  private @Nullable String text(int field) {
    return shown == null ? null : shown.text(field);
  }

  private static Seen required(@Nullable Seen seen) {
    if (seen == null) {
      throw new IllegalStateException("a cell is of a row that was seen");
    }
    return seen;
  }
}
