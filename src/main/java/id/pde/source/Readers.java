package id.pde.source;

import id.pde.mapping.Mapping;
import id.pde.mapping.SourceSpec;
import id.pde.mapping.SourceSpec.Format;
import id.pde.mapping.SourceSpec.SheetChoice;
import id.pde.model.Header;
import id.pde.model.Issue;
import id.pde.model.Location;
import id.pde.run.Bundles;
import id.pde.run.Delivery;
import id.pde.run.GridSource;
import id.pde.run.RowSource;
import id.pde.run.SourceUnreadable;
import id.pde.source.Opening.Purpose;
import id.pde.source.layout.GridPlace;
import id.pde.source.layout.LayoutPlan;
import id.pde.source.layout.Ordinals;
import id.pde.source.layout.ReadLimits;
import id.pde.source.layout.TableLayout;
import id.pde.source.layout.Workbook;
import id.pde.source.rows.RowsFile;
import id.pde.source.sheet.PoiLimits;
import id.pde.source.text.TextFile;
import id.pde.source.text.TextFile.Blanks;
import id.pde.source.text.TextFile.Stance;
import id.pde.source.zip.ZipBundle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads every kind of delivery that PDE knows. Safe for use by several threads. */
public final class Readers implements RowSource, GridSource, Bundles {

  private final ReadLimits limits;

  public Readers() {
    this(ReadLimits.DEFAULT);
  }

  public Readers(ReadLimits limits) {
    this.limits = limits;
    PoiLimits.set(limits);
  }

  @Override
  public void read(Delivery delivery, Mapping mapping, RowVisitor visitor) {
    if (mapping.source().layouts().isEmpty()) {
      one(delivery, mapping, visitor);
      return;
    }
    new LayoutChoice(mapping, new Location.Whole(delivery.name()))
        .read((variant, taker) -> one(delivery, variant, taker), visitor);
  }

  private void one(Delivery delivery, Mapping mapping, RowVisitor visitor) {
    Location whole = new Location.Whole(delivery.name());
    Watch watch = new Watch();
    RowVisitor watched = new WatchedVisitor(visitor, watch);
    LayoutPlan plan = LayoutPlan.of(mapping, delivery);
    ForeignWall.guard(
        whole,
        watch,
        () -> {
          switch (delivery.form()) {
            case FILE -> file(delivery.file(), whole, mapping.source(), plan, watched);
            case ROWS -> RowsFile.read(delivery, plan, limits, watched);
          }
          return whole;
        });
  }

  private void file(
      Path file, Location whole, SourceSpec source, LayoutPlan plan, RowVisitor visitor)
      throws Exception {
    FileKind kind = FileCheck.readable(file, whole, source.format());
    if (kind == FileKind.TEXT) {
      TextFile.Plan text = new TextFile.Plan(source.text(), plan, Stance.LOAD);
      text(TextFile.open(file, whole, text, limits), whole, plan, visitor);
      return;
    }
    try (Workbook workbook =
        Openers.open(kind, new Opening(file, whole, source, limits, Purpose.LOAD))) {
      workbook.notes().forEach(visitor::note);
      new SheetReading(workbook, whole).tables(source.sheet(), plan, visitor);
    }
  }

  private static void text(TextFile text, Location whole, LayoutPlan plan, RowVisitor visitor)
      throws IOException {
    text.notes().forEach(visitor::note);
    GridPlace place = new GridPlace(whole.shown(), Header.Origin.TEXT, "");
    TableLayout layout = new TableLayout(plan, place, visitor, new Ordinals());
    List<Issue> notes = text.records(Blanks.PASS, layout::row);
    SourceUnreadable missing = layout.end();
    if (missing != null) {
      throw missing;
    }
    notes.forEach(visitor::note);
  }

  @Override
  public List<Sheet> sheets(Path file) {
    Location whole = whole(file);
    return ForeignWall.guard(
        whole,
        new Watch(),
        () -> {
          FileKind kind = FileCheck.readable(file, whole, Format.AUTO);
          if (kind == FileKind.TEXT) {
            Extent extent = new Extent();
            textRows(file, whole, extent);
            return List.of(new Sheet(0, "", Visibility.VISIBLE, extent.rows(), extent.columns()));
          }
          try (Workbook workbook = Openers.open(kind, plainly(file, whole))) {
            return new SheetReading(workbook, whole).sheets();
          }
        });
  }

  @Override
  public List<Title> titles(Path file) {
    Location whole = whole(file);
    return ForeignWall.guard(
        whole,
        new Watch(),
        () -> {
          FileKind kind = FileCheck.readable(file, whole, Format.AUTO);
          if (kind == FileKind.TEXT) {
            return List.of(new Title("", Visibility.VISIBLE));
          }
          try (Workbook workbook = Openers.open(kind, plainly(file, whole))) {
            return workbook.sheets().stream()
                .map(title -> new Title(title.name(), title.visibility()))
                .toList();
          }
        });
  }

  @Override
  public void raw(Path file, int sheet, CellVisitor visitor) {
    Location whole = whole(file);
    Watch watch = new Watch();
    CellVisitor watched = (number, cells) -> watch.run(() -> visitor.row(number, cells));
    ForeignWall.guard(
        whole,
        watch,
        () -> {
          FileKind kind = FileCheck.readable(file, whole, Format.AUTO);
          if (kind == FileKind.TEXT) {
            textRows(file, whole, watched);
            return kind;
          }
          try (Workbook workbook = Openers.open(kind, plainly(file, whole))) {
            new SheetReading(workbook, whole).raw(sheet, watched);
          }
          return kind;
        });
  }

  @Override
  public void every(Path file, SheetVisitor visitor) {
    Location whole = whole(file);
    Watch watch = new Watch();
    ForeignWall.guard(
        whole,
        watch,
        () -> {
          FileKind kind = FileCheck.readable(file, whole, Format.AUTO);
          if (kind == FileKind.TEXT) {
            textRows(file, whole, watched(visitor, 0, watch));
            return kind;
          }
          try (Workbook workbook = Openers.open(kind, plainly(file, whole))) {
            SheetReading reading = new SheetReading(workbook, whole);
            for (int sheet = 0; sheet < workbook.sheets().size(); sheet++) {
              reading.raw(sheet, watched(visitor, sheet, watch));
            }
          }
          return kind;
        });
  }

  private static CellVisitor watched(SheetVisitor visitor, int sheet, Watch watch) {
    CellVisitor[] taker = new CellVisitor[1];
    watch.run(() -> taker[0] = visitor.sheet(sheet));
    return (number, cells) -> watch.run(() -> taker[0].row(number, cells));
  }

  private void textRows(Path file, Location whole, CellVisitor visitor) throws IOException {
    TextFile.open(file, whole, TextFile.Plan.LOOK, limits)
        .records(Blanks.SHOW, row -> visitor.row(row.number(), SheetReading.cells(row)));
  }

  @Override
  public void table(Path file, @Nullable String sheet, TableVisitor visitor) {
    Location whole = whole(file);
    Watch watch = new Watch();
    RowVisitor show = new WatchedVisitor(new TableShow(visitor), watch);
    LayoutPlan plan = LayoutPlan.plain();
    ForeignWall.guard(
        whole,
        watch,
        () -> {
          FileKind kind = FileCheck.readable(file, whole, Format.AUTO);
          if (kind == FileKind.TEXT) {
            text(TextFile.open(file, whole, TextFile.Plan.LOOK, limits), whole, plan, show);
            return kind;
          }
          SheetChoice choice =
              sheet == null ? new SheetChoice.First() : new SheetChoice.Named(List.of(sheet));
          try (Workbook workbook = Openers.open(kind, plainly(file, whole))) {
            new SheetReading(workbook, whole).tables(choice, plan, show);
          }
          return kind;
        });
  }

  @Override
  public boolean holds(Path file) {
    try {
      return Files.isRegularFile(file) && FileSniffer.kind(file) == FileKind.ZIP;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Override
  public void visit(Path file, String name, Consumer<Member> visitor) {
    Location whole = new Location.Whole(name);
    ForeignWall.guard(whole, new Watch(), () -> ZipBundle.members(file, whole, limits))
        .forEach(visitor);
  }

  private Opening plainly(Path file, Location whole) {
    return new Opening(file, whole, SourceSpec.PLAIN, limits, Purpose.SHOW);
  }

  private static Location whole(Path file) {
    Path name = file.getFileName();
    return new Location.Whole(name == null ? file.toString() : name.toString());
  }
}
