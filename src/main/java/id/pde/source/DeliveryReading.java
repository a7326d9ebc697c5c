package id.pde.source;

import id.pde.mapping.Secret;
import id.pde.mapping.SourceSpec;
import id.pde.mapping.SourceSpec.Format;
import id.pde.model.Header;
import id.pde.model.Location;
import id.pde.run.Delivery;
import id.pde.run.RowSource.RowVisitor;
import id.pde.run.Secrets;
import id.pde.run.resubmit.AnswerMark;
import id.pde.source.Opening.Purpose;
import id.pde.source.joined.CorrectedWorkbook;
import id.pde.source.joined.Corrections;
import id.pde.source.joined.JoinedBefore;
import id.pde.source.joined.Joining;
import id.pde.source.layout.LayoutPlan;
import id.pde.source.layout.ReadLimits;
import id.pde.source.layout.Workbook;
import id.pde.source.sheet.LockedPackage;
import id.pde.source.sheet.Passwords;
import id.pde.source.text.TextFile;
import id.pde.source.text.TextFile.Stance;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Opens deliveries and reads them, with what is laid over them. Safe for use by several threads.
 */
final class DeliveryReading {

  private final ReadLimits limits;
  private final Secrets secrets;
  private final List<Secret> passwords;
  private final JoinedBefore joined = new JoinedBefore();

  /**
   * @param passwords to try where a mapping names none
   */
  DeliveryReading(ReadLimits limits, Secrets secrets, List<Secret> passwords) {
    this.limits = limits;
    this.secrets = secrets;
    this.passwords = List.copyOf(passwords);
  }

  void file(
      Delivery delivery, Location whole, SourceSpec source, LayoutPlan plan, RowVisitor visitor)
      throws Exception {
    Path file = delivery.file();
    Passwords own = passwords(whole, source);
    Corrections corrections = corrections(delivery, whole, source);
    try (OpenFile open = OpenFile.of(file, whole, source.format(), own)) {
      if (open.kind() == FileKind.TEXT) {
        TextFile.Plan text = new TextFile.Plan(source.text(), plan, Stance.LOAD);
        new TextReading(TextFile.open(file, whole, text, limits), whole, corrections)
            .table(plan, visitor);
        return;
      }
      Opening opening = new Opening(open.path(), whole, source, limits, own, Purpose.LOAD);
      try (Workbook workbook = CorrectedWorkbook.of(workbook(open, opening), corrections)) {
        workbook.notes().forEach(visitor::note);
        new SheetReading(workbook, whole).tables(source.sheet(), plan, visitor);
      }
    }
  }

  /** What is done with it is no fault of a parser. */
  record Sent(SentFile taker, Watch watch) {}

  void sent(Delivery delivery, Location whole, SourceSpec source, Sent sent) throws Exception {
    Path file = delivery.file();
    Passwords own = passwords(whole, source);
    Corrections corrections = corrections(delivery, whole, source);
    try (OpenFile open = OpenFile.of(file, whole, source.format(), own)) {
      if (open.kind() == FileKind.XLSX) {
        boolean locked = !open.path().equals(file);
        SentFile.Lock lock =
            locked
                ? (plain, target) -> LockedPackage.lock(plain, file, own, target)
                : SentFile.Lock.NONE;
        sent.watch().run(() -> workbook(sent.taker(), open.path(), lock));
        return;
      }
      Opening opening = new Opening(open.path(), whole, source, limits, own, Purpose.LOAD);
      copied(open, opening, corrections, sent);
    }
  }

  /** The rows of anything as a workbook with its values has them. */
  void copied(OpenFile open, Opening opening, Corrections corrections, Sent sent) throws Exception {
    Location whole = opening.whole();
    if (open.kind() == FileKind.TEXT) {
      TextFile.Plan plan =
          new TextFile.Plan(opening.source().text(), LayoutPlan.plain(), Stance.LOAD);
      SentFile.Rows rows = rows(sent, 0, "", false);
      new TextReading(TextFile.open(open.path(), whole, plan, limits), whole, corrections)
          .raw((number, cells) -> sent.watch().run(() -> rows.row(number, cells)));
      return;
    }
    try (Workbook workbook = CorrectedWorkbook.of(workbook(open, opening), corrections)) {
      SheetReading reading = new SheetReading(workbook, whole);
      reading.affordable(workbook.sheets().size());
      for (int sheet = 0; sheet < workbook.sheets().size(); sheet++) {
        boolean records = workbook.origin() != Header.Origin.SHEET;
        SentFile.Rows rows = rows(sent, sheet, workbook.sheets().get(sheet).name(), records);
        reading.sent(sheet, (number, cells) -> sent.watch().run(() -> rows.row(number, cells)));
      }
    }
  }

  /** What is laid over a delivery. */
  Corrections corrections(Delivery delivery, Location whole, SourceSpec source) throws Exception {
    if (delivery.over().isEmpty()) {
      return Corrections.NONE;
    }
    JoinedBefore.Key key = new JoinedBefore.Key(delivery.file(), delivery.over(), source);
    Corrections known = joined.of(key);
    if (known != null) {
      return known;
    }
    Passwords own = passwords(whole, source);
    Corrections laid = Corrections.NONE;
    for (Path over : delivery.over()) {
      Corrections before = laid;
      Joining.Reading under =
          sheets -> {
            try (OpenFile open = OpenFile.of(delivery.file(), whole, source.format(), own)) {
              Opening opening = new Opening(open.path(), whole, source, limits, own, Purpose.LOAD);
              copied(open, opening, before, new Sent(into(sheets), new Watch()));
            }
          };
      int sheets = mark(over, whole, own).map(AnswerMark::sheets).orElse(0);
      Joining.Returned returned =
          new Joining.Returned(whole.shown(), sheets, taker -> marked(over, whole, own, taker));
      laid = Joining.over(before, under, returned);
    }
    joined.keep(key, laid);
    return laid;
  }

  private static SentFile into(Joining.Sheets sheets) {
    return new SentFile() {
      @Override
      public void workbook(Path plain, Lock lock) {
        throw new IllegalStateException("a workbook is shown row by row here");
      }

      @Override
      public Rows sheet(int index, String name, boolean records) {
        return sheets.sheet(index, name)::row;
      }
    };
  }

  /** The rows of a workbook that came back; PDE's own sheet is passed over. */
  private void marked(Path file, Location whole, Passwords own, Joining.Sheets sheets)
      throws Exception {
    try (OpenFile open = OpenFile.of(file, whole, Format.AUTO, own)) {
      Opening opening =
          new Opening(open.path(), whole, SourceSpec.PLAIN, limits, own, Purpose.LOAD);
      copied(open, opening, Corrections.NONE, new Sent(into(sheets), new Watch()));
    }
  }

  private Optional<AnswerMark> mark(Path file, Location whole, Passwords own) throws Exception {
    try (OpenFile open = OpenFile.of(file, whole, Format.AUTO, own)) {
      return open.mark(AnswerMark.PROPERTY, whole, limits).flatMap(AnswerMark::parse);
    }
  }

  Passwords passwords(Location whole, SourceSpec source) {
    return new Passwords(whole, secrets, source.password().map(List::of).orElse(passwords));
  }

  private static void workbook(SentFile taker, Path plain, SentFile.Lock lock) {
    try {
      taker.workbook(plain, lock);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SentFile.Rows rows(Sent sent, int index, String name, boolean records) {
    SentFile.Rows[] rows = new SentFile.Rows[1];
    sent.watch().run(() -> rows[0] = sent.taker().sheet(index, name, records));
    return rows[0];
  }

  /**
   * A copy without the password loses its name at once: nobody finds it if the process is killed.
   */
  static Workbook workbook(OpenFile open, Opening opening) throws Exception {
    Workbook workbook = Openers.open(open.kind(), opening);
    open.close();
    return workbook;
  }
}
