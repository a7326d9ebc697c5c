package id.pde.source.layout.stage;

import id.pde.model.Cell;
import id.pde.model.Field;
import id.pde.model.FilterReason;
import id.pde.model.Header;
import id.pde.model.Issue;
import id.pde.model.Issue.Advice;
import id.pde.model.Location;
import id.pde.model.Row;
import id.pde.model.Severity;
import id.pde.model.Text;
import id.pde.run.RowSource.RowVisitor;
import id.pde.run.SourceUnreadable;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Where the rows of a table come from and go to.
 *
 * @param header of the table in the file, before any stage
 * @param ordinals gives every row that is shown its number
 */
record Setting(Header header, RowVisitor visitor, LongSupplier ordinals) {

  /** A header with the fields of a schema. */
  Header with(Schema schema) {
    return with(schema.fields());
  }

  /** A header with other fields. */
  Header with(List<Field> fields) {
    return new Header(header.origin(), header.table(), header.line(), fields, header.captions());
  }

  /** The place of a row. */
  Location row(long line) {
    return header.location(line, -1);
  }

  /** The place of the headings. */
  Location headings() {
    if (header.line() > 0) {
      return header.location(header.line(), -1);
    }
    return header.table().isEmpty() ? header.location(1, -1) : new Location.Whole(header.table());
  }

  void accept(Header shown, Draft draft) {
    visitor.row(row(shown, draft));
  }

  void reject(Header shown, Draft draft) {
    visitor.rejected(row(shown, draft), draft.issues());
  }

  void filter(Header shown, Draft draft, FilterReason reason) {
    visitor.filtered(row(shown, draft), reason);
  }

  private Row row(Header shown, Draft draft) {
    Cell[] cells = draft.cells();
    Row.Place place = new Row.Place(ordinals.getAsLong(), draft.line());
    return Row.ofCells(shown, place, cells, draft.lines());
  }

  void note(String code, Location where, Text message, Text fix) {
    visitor.note(Issue.of(code, Severity.WARN, where, new Advice(code, message, fix)));
  }

  /** What sets a row aside. */
  List<Issue> reject(String code, Location where, Text message, Text fix) {
    return List.of(Issue.of(code, Severity.REJECT, where, new Advice(code, message, fix)));
  }

  /** The delivery is not what the mapping says. */
  SourceUnreadable refusal(String code, Text message, Text fix) {
    return new SourceUnreadable(
        Issue.of(code, Severity.REFUSE, headings(), new Advice(code, message, fix)), null);
  }
}
