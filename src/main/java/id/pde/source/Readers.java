package id.pde.source;

import id.pde.mapping.Mapping;
import id.pde.mapping.Secret;
import id.pde.mapping.SourceSpec;
import id.pde.mapping.SourceSpec.Format;
import id.pde.mapping.SourceSpec.SheetChoice;
import id.pde.model.Location;
import id.pde.run.Bundles;
import id.pde.run.Delivery;
import id.pde.run.GridSource;
import id.pde.run.LimitExceeded;
import id.pde.run.RowSource;
import id.pde.run.RunStopped;
import id.pde.run.Secrets;
import id.pde.run.SourceUnreadable;
import id.pde.run.resubmit.AnswerMark;
import id.pde.run.resubmit.AnswerMarks;
import id.pde.run.resubmit.TemplateMark;
import id.pde.source.Opening.Purpose;
import id.pde.source.layout.LayoutPlan;
import id.pde.source.layout.ReadLimits;
import id.pde.source.layout.Workbook;
import id.pde.source.rows.RowsFile;
import id.pde.source.sheet.Passwords;
import id.pde.source.sheet.PoiLimits;
import id.pde.source.text.TextFile;
import id.pde.source.zip.ZipBundle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads every kind of delivery that PDE knows. Safe for use by several threads. */
public final class Readers implements RowSource, GridSource, Bundles, AnswerMarks {

  /** A text is one sheet without a name. */
  private static final List<Title> TEXT = List.of(new Title("", Visibility.VISIBLE));

  private final ReadLimits limits;
  private final Secrets secrets;
  private final List<Secret> passwords;
  private final DeliveryReading reading;

  public Readers() {
    this(ReadLimits.DEFAULT);
  }

  /** Without secrets: what is locked stays locked. */
  public Readers(ReadLimits limits) {
    this(limits, Secrets.NONE);
  }

  /**
   * @param secrets where the passwords of locked files are
   */
  public Readers(ReadLimits limits, Secrets secrets) {
    this(limits, secrets, List.of());
    PoiLimits.set(limits);
  }

  private Readers(ReadLimits limits, Secrets secrets, List<Secret> passwords) {
    this.limits = limits;
    this.secrets = secrets;
    this.passwords = List.copyOf(passwords);
    this.reading = new DeliveryReading(limits, secrets, this.passwords);
  }

  @Override
  public Readers with(List<Secret> others) {
    return new Readers(limits, secrets, others);
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
            case FILE -> reading.file(delivery, whole, mapping.source(), plan, watched);
            case ROWS -> RowsFile.read(delivery, plan, limits, watched);
          }
          return whole;
        });
  }

  /**
   * Shows a delivery as it was sent.
   *
   * @param source how its mapping reads it
   * @throws SourceUnreadable where it cannot be read, or is nothing that has rows and columns
   * @throws LimitExceeded where a limit protects the machine
   */
  public void sent(Delivery delivery, SourceSpec source, SentFile taker) {
    Location whole = new Location.Whole(delivery.name());
    Watch watch = new Watch();
    ForeignWall.guard(
        whole,
        watch,
        () -> {
          reading.sent(delivery, whole, source, new DeliveryReading.Sent(taker, watch));
          return whole;
        });
  }

  /**
   * Shows the rows of a workbook as a copy of its values has them, with what is laid over it.
   *
   * @param plain the workbook of the delivery, without its password
   */
  public void copied(Delivery delivery, SourceSpec source, Path plain, SentFile taker) {
    Location whole = new Location.Whole(delivery.name());
    Watch watch = new Watch();
    ForeignWall.guard(
        whole,
        watch,
        () -> {
          Passwords own = reading.passwords(whole, source);
          try (OpenFile open = OpenFile.of(plain, whole, Format.AUTO, own)) {
            reading.copied(
                open,
                new Opening(open.path(), whole, source, limits, own, Purpose.LOAD),
                reading.corrections(delivery, whole, source),
                new DeliveryReading.Sent(taker, watch));
          }
          return whole;
        });
  }

  @Override
  public Optional<AnswerMark> of(Path file) {
    return property(file, AnswerMark.PROPERTY).flatMap(AnswerMark::parse);
  }

  @Override
  public Optional<TemplateMark> template(Path file) {
    return property(file, TemplateMark.PROPERTY).flatMap(TemplateMark::parse);
  }

  private Optional<String> property(Path file, String name) {
    Location whole = whole(file);
    try {
      return ForeignWall.guard(
          whole,
          new Watch(),
          () -> {
            if (!OpenFile.bearsMarks(FileSniffer.kind(file))) {
              return Optional.empty();
            }
            try (OpenFile open = plainly(file, whole)) {
              return open.mark(name, whole, limits);
            }
          });
    } catch (RunStopped unreadable) {
      // Whoever reads it says so.
      return Optional.empty();
    }
  }

  @Override
  public List<Sheet> sheets(Path file) {
    Location whole = whole(file);
    return ForeignWall.guard(
        whole,
        new Watch(),
        () -> {
          try (OpenFile open = plainly(file, whole)) {
            if (open.kind() == FileKind.TEXT) {
              Extent extent = new Extent();
              plainText(file, whole).raw(extent);
              return List.of(new Sheet(0, "", Visibility.VISIBLE, extent.rows(), extent.columns()));
            }
            try (Workbook workbook = workbook(open, whole)) {
              return new SheetReading(workbook, whole).sheets();
            }
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
          try (OpenFile open = plainly(file, whole)) {
            if (open.kind() == FileKind.TEXT) {
              return TEXT;
            }
            try (Workbook workbook = workbook(open, whole)) {
              return new SheetReading(workbook, whole).titles();
            }
          }
        });
  }

  @Override
  public void raw(Path file, SheetChooser choice, CellVisitor visitor) {
    Location whole = whole(file);
    Watch watch = new Watch();
    CellVisitor watched = (number, cells) -> watch.run(() -> visitor.row(number, cells));
    ForeignWall.guard(
        whole,
        watch,
        () -> {
          try (OpenFile open = plainly(file, whole)) {
            if (open.kind() == FileKind.TEXT) {
              watch.run(() -> choice.of(TEXT));
              plainText(file, whole).raw(watched);
              return whole;
            }
            try (Workbook workbook = workbook(open, whole)) {
              SheetReading reading = new SheetReading(workbook, whole);
              int[] sheet = new int[1];
              watch.run(() -> sheet[0] = choice.of(reading.titles()));
              reading.raw(sheet[0], watched);
            }
            return whole;
          }
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
          try (OpenFile open = plainly(file, whole)) {
            if (open.kind() == FileKind.TEXT) {
              plainText(file, whole).raw(watched(visitor, 0, watch));
              return whole;
            }
            try (Workbook workbook = workbook(open, whole)) {
              SheetReading reading = new SheetReading(workbook, whole);
              reading.affordable(workbook.sheets().size());
              for (int sheet = 0; sheet < workbook.sheets().size(); sheet++) {
                reading.raw(sheet, watched(visitor, sheet, watch));
              }
            }
            return whole;
          }
        });
  }

  private static CellVisitor watched(SheetVisitor visitor, int sheet, Watch watch) {
    CellVisitor[] taker = new CellVisitor[1];
    watch.run(() -> taker[0] = visitor.sheet(sheet));
    return (number, cells) -> watch.run(() -> taker[0].row(number, cells));
  }

  private TextReading plainText(Path file, Location whole) throws IOException {
    return new TextReading(TextFile.open(file, whole, TextFile.Plan.LOOK, limits), whole);
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
          try (OpenFile open = plainly(file, whole)) {
            if (open.kind() == FileKind.TEXT) {
              plainText(file, whole).table(plan, show);
              return whole;
            }
            SheetChoice choice =
                sheet == null ? new SheetChoice.First() : new SheetChoice.Named(List.of(sheet));
            try (Workbook workbook = workbook(open, whole)) {
              new SheetReading(workbook, whole).tables(choice, plan, show);
            }
            return whole;
          }
        });
  }

  private OpenFile plainly(Path file, Location whole) throws IOException {
    return OpenFile.of(file, whole, Format.AUTO, known(whole));
  }

  private Passwords known(Location whole) {
    return new Passwords(whole, secrets, passwords);
  }

  private Workbook workbook(OpenFile open, Location whole) throws Exception {
    return DeliveryReading.workbook(
        open,
        new Opening(open.path(), whole, SourceSpec.PLAIN, limits, known(whole), Purpose.SHOW));
  }

  @Override
  public boolean holds(Path file) {
    if (!Files.isRegularFile(file)) {
      return false;
    }
    try {
      return ForeignWall.guard(
          whole(file), new Watch(), () -> FileSniffer.kind(file) == FileKind.ZIP);
    } catch (RunStopped damaged) {
      // Whoever reads it is told so, in the words for its format.
      return false;
    }
  }

  @Override
  public void visit(Path file, String name, Consumer<Member> visitor) {
    Location whole = new Location.Whole(name);
    ForeignWall.guard(whole, new Watch(), () -> ZipBundle.members(file, whole, limits))
        .forEach(visitor);
  }

  private static Location whole(Path file) {
    Path name = file.getFileName();
    return new Location.Whole(name == null ? file.toString() : name.toString());
  }
}
