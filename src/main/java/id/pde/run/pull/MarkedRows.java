package id.pde.run.pull;

import id.pde.mapping.DeliveryCheck.Frame;
import id.pde.mapping.HeadingIndex;
import id.pde.mapping.Mapping;
import id.pde.mapping.WatermarkSpec;
import id.pde.model.Cell;
import id.pde.model.Field;
import id.pde.model.FilterReason;
import id.pde.model.Header;
import id.pde.model.Issue;
import id.pde.model.Location;
import id.pde.model.Row;
import id.pde.model.Severity;
import id.pde.model.Text;
import id.pde.run.Delivery;
import id.pde.run.RowSource;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows on their way, of which the highest watermark is kept, whatever becomes of the rows. */
public final class MarkedRows implements RowSource {

  private final RowSource rows;
  private final WatermarkSpec spec;
  private final Instant latest;
  private Cell highest = Cell.BLANK;
  private Cell tie = Cell.BLANK;
  private boolean ahead;

  /**
   * @param latest times after this do not move the mark: one mistyped year would keep all later
   *     rows from ever being pulled
   */
  public MarkedRows(RowSource rows, WatermarkSpec spec, Instant latest) {
    this.rows = rows;
    this.spec = spec;
    this.latest = latest;
  }

  /** The highest that was seen; null: none. */
  public @Nullable Mark mark() {
    MarkValue value = MarkValue.of(highest);
    return value == null ? null : new Mark(value, MarkValue.of(tie));
  }

  @Override
  public void read(Delivery delivery, Mapping mapping, RowVisitor visitor) {
    rows.read(delivery, mapping, new Watching(visitor));
  }

  private void see(Row row, int field, int tieField, RowVisitor visitor) {
    Cell value = cell(row, field);
    if (!MarkOrder.counts(value)) {
      return;
    }
    if (MarkOrder.isAfter(value, latest)) {
      if (!ahead) {
        visitor.note(future(row.location(field)));
      }
      ahead = true;
      return;
    }
    Cell second = cell(row, tieField);
    int order = MarkOrder.counts(highest) ? MarkOrder.compare(value, highest) : 1;
    if (order > 0) {
      highest = value;
      tie = second;
    } else if (order == 0
        && MarkOrder.counts(second)
        && (!MarkOrder.counts(tie) || MarkOrder.compare(second, tie) > 0)) {
      tie = second;
    }
  }

  private static Cell cell(Row row, int field) {
    return field < 0 || field >= row.size() ? Cell.BLANK : row.cell(field);
  }

  private final class Watching implements RowVisitor {
    private final RowVisitor visitor;
    private int field = -1;
    private int tieField = -1;

    Watching(RowVisitor visitor) {
      this.visitor = visitor;
    }

    @Override
    public void table(Header header) {
      HeadingIndex index = new HeadingIndex(header.fields().stream().map(Field::heading).toList());
      field = only(index.find(spec.column()));
      WatermarkSpec.Tie second = spec.tie();
      tieField = second == null ? -1 : only(index.find(second.column()));
      if (field < 0) {
        visitor.note(missing(header, spec.column()));
      } else if (second != null && tieField < 0) {
        visitor.note(missing(header, second.column()));
      }
      visitor.table(header);
    }

    @Override
    public void row(Row row) {
      see(row, field, tieField, visitor);
      visitor.row(row);
    }

    @Override
    public void rejected(Row row, List<Issue> issues) {
      see(row, field, tieField, visitor);
      visitor.rejected(row, issues);
    }

    @Override
    public void filtered(Row row, FilterReason reason) {
      see(row, field, tieField, visitor);
      visitor.filtered(row, reason);
    }

    @Override
    public void layout(Mapping variant) {
      visitor.layout(variant);
    }

    @Override
    public void note(Issue issue) {
      visitor.note(issue);
    }

    @Override
    public void frame(Frame which, Location place, List<String> fields) {
      visitor.frame(which, place, fields);
    }

    @Override
    public void share(double done) {
      visitor.share(done);
    }
  }

  private Issue future(Location place) {
    return Issue.of(
        "watermark.future",
        Severity.WARN,
        place,
        new Issue.Advice(
            "source.watermark",
            new Text(
                "kolom watermark "
                    + spec.column()
                    + " menyebut waktu yang belum tiba; baris itu dimuat, tetapi tarikan berikutnya"
                    + " tidak dimulai dari sana",
                "the watermark column "
                    + spec.column()
                    + " names a time that has not come; the row is loaded, but the next pull does"
                    + " not go on from there"),
            new Text(
                "minta dinas membetulkan tanggal itu, atau jam servernya",
                "ask the agency to correct that date, or the clock of its server")));
  }

  private static int only(List<Integer> found) {
    return found.size() == 1 ? found.get(0) : -1;
  }

  /** Without it the next pull would not know where to go on. */
  private static Issue missing(Header header, String column) {
    return Issue.of(
        "watermark.missing",
        Severity.REFUSE,
        new Location.Whole(header.table()),
        new Issue.Advice(
            "source.watermark",
            new Text(
                "kolom watermark " + column + " tidak ada dalam hasil kueri",
                "the watermark column " + column + " is not in the result of the query"),
            new Text(
                "tambahkan kolom itu ke SELECT, atau betulkan source.watermark",
                "add the column to the SELECT, or correct source.watermark")));
  }
}
