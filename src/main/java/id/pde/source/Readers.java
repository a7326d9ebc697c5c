package id.pde.source;

import id.pde.mapping.Mapping;
import id.pde.mapping.SourceSpec;
import id.pde.mapping.SourceSpec.Format;
import id.pde.model.Cell;
import id.pde.model.Header;
import id.pde.model.Issue.Advice;
import id.pde.model.Location;
import id.pde.model.Text;
import id.pde.run.Delivery;
import id.pde.run.GridSource;
import id.pde.run.RowSource;
import id.pde.run.SourceUnreadable;
import id.pde.source.layout.Faults;
import id.pde.source.layout.GridPlace;
import id.pde.source.layout.GridRow;
import id.pde.source.layout.LayoutPlan;
import id.pde.source.layout.Ordinals;
import id.pde.source.layout.ReadLimits;
import id.pde.source.layout.TableLayout;
import id.pde.source.text.TextFile;
import id.pde.source.text.TextFile.Blanks;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads every kind of delivery that PDE knows. Safe for use by several threads. */
public final class Readers implements RowSource, GridSource {

  private final ReadLimits limits;

  public Readers() {
    this(ReadLimits.DEFAULT);
  }

  public Readers(ReadLimits limits) {
    this.limits = limits;
  }

  @Override
  public void read(Delivery delivery, Mapping mapping, RowVisitor visitor) {
    Location whole = new Location.Whole(delivery.name());
    Watch watch = new Watch();
    RowVisitor watched = new WatchedVisitor(visitor, watch);
    LayoutPlan plan = LayoutPlan.of(mapping);
    ForeignWall.guard(
        whole,
        watch,
        () -> {
          FileKind kind = kind(delivery.file(), whole, mapping.source().format());
          if (kind == FileKind.TEXT) {
            SourceSpec source = mapping.source();
            TextFile text =
                TextFile.open(
                    delivery.file(),
                    whole,
                    new TextFile.Declared(source.charset(), source.delimiter(), source.quote()),
                    plan,
                    limits);
            readText(text, new GridPlace(delivery.name(), Header.Origin.TEXT, ""), plan, watched);
          }
          return kind;
        });
  }

  private static void readText(TextFile text, GridPlace place, LayoutPlan plan, RowVisitor visitor)
      throws IOException {
    text.notes().forEach(visitor::note);
    TableLayout layout = new TableLayout(plan, place, visitor, new Ordinals());
    text.records(Blanks.PASS, layout::row);
    SourceUnreadable missing = layout.end();
    if (missing != null) {
      throw missing;
    }
  }

  /** What a file is, refused where it is not read or not what the mapping says. */
  private static FileKind kind(Path file, Location whole, Format declared) throws IOException {
    FileKind kind = FileSniffer.kind(file);
    FileKind.Refusal refusal = kind.refusal();
    if (refusal != null) {
      throw Faults.unreadable(
          refusal.code(),
          whole,
          new Advice(refusal.code(), refusal.message(), refusal.fix()),
          null);
    }
    if (!fits(kind, declared)) {
      throw Faults.unreadable("format.differs", whole, differs(kind, declared), null);
    }
    return kind;
  }

  private static boolean fits(FileKind kind, Format declared) {
    return switch (declared) {
      case AUTO, ROWS -> true;
      case CSV -> kind == FileKind.TEXT;
      case XLSX -> kind == FileKind.XLSX;
      case XLS -> kind == FileKind.XLS;
    };
  }

  private static Advice differs(FileKind kind, Format declared) {
    String found = kind == FileKind.TEXT ? "csv" : kind.name().toLowerCase(Locale.ROOT);
    String wanted = declared.name().toLowerCase(Locale.ROOT);
    return new Advice(
        "source.format",
        new Text(
            "Isi berkas ini " + found + ", padahal pemetaan meminta " + wanted + ".",
            "The content of this file is " + found + ", but the mapping asks for " + wanted + "."),
        new Text(
            "Kirim berkas " + wanted + ", atau tulis \"format: auto\" di pemetaan.",
            "Send a file of " + wanted + ", or write \"format: auto\" in the mapping."));
  }

  @Override
  public List<Sheet> sheets(Path file) {
    Extent extent = new Extent();
    raw(file, 0, extent);
    return List.of(new Sheet(0, "", Visibility.VISIBLE, extent.rows(), extent.columns()));
  }

  @Override
  public void raw(Path file, int sheet, CellVisitor visitor) {
    Location whole = whole(file);
    Watch watch = new Watch();
    ForeignWall.guard(
        whole,
        watch,
        () -> {
          kind(file, whole, Format.AUTO);
          TextFile text =
              TextFile.open(file, whole, TextFile.Declared.NOTHING, LayoutPlan.plain(), limits);
          text.records(Blanks.SHOW, row -> watch.run(() -> visitor.row(row.number(), cells(row))));
          return text;
        });
  }

  @Override
  public void table(Path file, @Nullable String sheet, TableVisitor visitor) {
    Location whole = whole(file);
    Watch watch = new Watch();
    ForeignWall.guard(
        whole,
        watch,
        () -> {
          kind(file, whole, Format.AUTO);
          LayoutPlan plan = LayoutPlan.plain();
          TextFile text = TextFile.open(file, whole, TextFile.Declared.NOTHING, plan, limits);
          readText(
              text,
              new GridPlace(whole.shown(), Header.Origin.TEXT, ""),
              plan,
              new WatchedVisitor(new TableShow(visitor), watch));
          return text;
        });
  }

  private static Location whole(Path file) {
    Path name = file.getFileName();
    return new Location.Whole(name == null ? file.toString() : name.toString());
  }

  private static Cell[] cells(GridRow row) {
    Cell[] cells = new Cell[row.width()];
    for (int column = 0; column < cells.length; column++) {
      cells[column] = row.cell(column);
    }
    return cells;
  }
}
