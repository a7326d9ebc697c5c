package id.pde.run;

import id.pde.codes.CodeLists;
import id.pde.mapping.Mapping;
import id.pde.model.FilterReason;
import id.pde.model.Header;
import id.pde.model.Issue;
import id.pde.model.Outcome;
import id.pde.model.Row;
import id.pde.normalise.protect.Pseudonyms;
import id.pde.run.Checks.Fit;
import id.pde.run.LoadRequest.Choices;
import id.pde.run.RowSource.RowVisitor;
import id.pde.run.erase.ErasedRows;
import id.pde.run.resubmit.Resubmission;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads and checks a whole delivery again, as its run did, and gives every row to somebody. */
public final class ArchivedRows {

  private final RowSource source;
  private final Function<String, Path> places;

  /**
   * @param places of deliveries in the archive, by their SHA-256
   */
  public ArchivedRows(RowSource source, Function<String, Path> places) {
    this.source = source;
    this.places = places;
  }

  /** How a delivery is read. */
  public record Reader(
      Mapping mapping, CodeLists codes, Pseudonyms pseudonyms, ErasedRows wanted) {}

  /** Takes the rows. */
  public interface Taker {
    /** A table begins. */
    void table(Mapping layout, Header header);

    /**
     * A row.
     *
     * @param outcome null: nobody can check it
     */
    void row(Row row, @Nullable Outcome outcome);
  }

  /**
   * Reads the bytes of a file as the delivery of a run.
   *
   * @throws SourceUnreadable when they cannot be read by now
   * @throws LimitExceeded where a limit protects the machine
   * @throws java.io.UncheckedIOException when the file cannot be read
   */
  public void read(RunReport run, Path file, Reader reader, Taker taker) {
    RunReport.SourceFile kept = run.source();
    Packed packed = kept.packed();
    Delivery bare =
        new Delivery(
            kept.name(),
            packed == null ? "" : packed.folder(),
            file,
            kept.sha256(),
            kept.bytes(),
            kept.form(),
            null,
            packed);
    Delivery delivery = KeyRotation.named(laid(bare, kept.resubmission()), run);
    Mapping mapping = reader.mapping();
    LoadRequest request = new LoadRequest(mapping, delivery, Choices.DEFAULT, RunListener.SILENT);
    NormaliserChecks all =
        new NormaliserChecks(reader.codes(), reader.pseudonyms(), reader.wanted());
    Checks checks = EvidenceReading.settle(request, source, all);
    source.read(delivery, mapping, new Walk(run, new DatedChecks(checks, request), mapping, taker));
  }

  /** The bytes of a part are laid over what it belongs to. */
  private Delivery laid(Delivery part, @Nullable Resubmission what) {
    if (what == null || !what.isPart()) {
      return part;
    }
    List<Path> bytes = new ArrayList<>();
    what.joined().forEach(under -> bytes.add(places.apply(under.sha256())));
    bytes.add(part.file());
    Delivery.Corrected corrected = new Delivery.Corrected(what, bytes.subList(1, bytes.size()));
    return part.correcting(part.name(), bytes.get(0), corrected);
  }

  private static final class Walk implements RowVisitor {
    private final RunReport run;
    private final DatedChecks dated;
    private final Taker taker;
    private Mapping mapping;
    private @Nullable Function<Row, Outcome> check;

    Walk(RunReport run, DatedChecks dated, Mapping mapping, Taker taker) {
      this.run = run;
      this.dated = dated;
      this.mapping = mapping;
      this.taker = taker;
    }

    @Override
    public void layout(Mapping variant) {
      mapping = variant;
    }

    @Override
    public void table(Header header) {
      Fit fit = dated.fitAgain(mapping, header, run.period());
      check = fit instanceof Fit.Fits fits ? fits.check() : null;
      taker.table(mapping, header);
    }

    @Override
    public void row(Row row) {
      taker.row(row, check == null ? null : check.apply(row));
    }

    @Override
    public void rejected(Row row, List<Issue> issues) {
      taker.row(row, null);
    }

    @Override
    public void filtered(Row row, FilterReason reason) {
      taker.row(row, null);
    }

    @Override
    public void note(Issue issue) {
      // Told when it was loaded.
    }
  }
}
