package id.pde.run;

import id.pde.codes.CodeLists;
import id.pde.mapping.Mapping;
import id.pde.model.FilterReason;
import id.pde.model.Header;
import id.pde.model.Issue;
import id.pde.model.Outcome;
import id.pde.model.Record;
import id.pde.model.Row;
import id.pde.normalise.Binding;
import id.pde.normalise.Binding.Bound;
import id.pde.normalise.protect.Protection;
import id.pde.normalise.protect.Pseudonyms;
import id.pde.run.Checks.Fit;
import id.pde.run.LoadRequest.Choices;
import id.pde.run.RowSource.RowVisitor;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds one row of a run in its archived delivery, and checks it again. The delivery is read up to
 * the row; of rows that share a place (cells that became rows, tables beside each other) the one
 * whose values are most like the wanted ones is taken.
 */
public final class ArchivedRow {

  /** Takes the place of pseudonyms where the key is not here. */
  private static final String UNNAMED = "?";

  private final RowSource source;
  private final Archive archive;

  public ArchivedRow(RowSource source, Archive archive) {
    this.source = source;
    this.archive = archive;
  }

  /** How a delivery is read: as its run did. */
  public record Reader(Mapping mapping, CodeLists codes, Pseudonyms pseudonyms) {}

  /**
   * Which row.
   *
   * @param row as {@code _row} has it
   */
  public record Wanted(RunReport run, String row, Likeness likeness) {}

  /** Compares a record with the wanted one. */
  @FunctionalInterface
  public interface Likeness {
    /** How many values differ; below zero: it is another row. */
    int differences(Mapping mapping, Record record);
  }

  /**
   * A row as it was read now.
   *
   * @param mapping of the layout that the delivery has
   * @param binding which field feeds which column
   * @param corrected the places of cells that stand in a workbook which is laid over the delivery,
   *     by the field
   */
  public record Seen(
      Row row, Mapping mapping, Binding binding, Outcome outcome, Map<Integer, String> corrected) {
    public Seen {
      corrected = Map.copyOf(corrected);
    }
  }

  /** Whether the archive has the delivery of a run, and whoever asks may read it. */
  public Kept kept(RunReport run) {
    try {
      return Files.isReadable(archive.find(run.source()).file()) ? Kept.READABLE : Kept.CLOSED;
    } catch (UncheckedIOException notThere) {
      return archive.isErased(run.source()) ? Kept.ERASED : Kept.GONE;
    }
  }

  /** How a delivery is kept. */
  public enum Kept {
    READABLE,
    /** It is there; whoever asks may not read it. */
    CLOSED,
    /** An erasure deleted it. */
    ERASED,
    GONE
  }

  /**
   * Reads it.
   *
   * @return empty: the delivery has no such row
   * @throws SourceUnreadable when the delivery cannot be read by now, with its mapping of then
   * @throws LimitExceeded where a limit protects the machine
   * @throws java.io.UncheckedIOException when its bytes cannot be read
   */
  public Optional<Seen> find(Wanted wanted, Reader reader) {
    Delivery delivery = KeyRotation.named(archive.find(wanted.run().source()), wanted.run());
    Mapping mapping = reader.mapping();
    LoadRequest request = new LoadRequest(mapping, delivery, Choices.DEFAULT, RunListener.SILENT);
    Checks checks =
        EvidenceReading.settle(
            request, source, new NormaliserChecks(reader.codes(), pseudonyms(reader)));
    Search search = new Search(wanted, request, checks);
    try {
      source.read(delivery, mapping, search);
    } catch (Enough found) {
      // The rest of the delivery is of no interest.
    }
    Seen best = search.best;
    if (best == null || delivery.over().isEmpty()) {
      return Optional.ofNullable(best);
    }
    Map<Integer, String> places = new CorrectedCells(source, delivery, mapping).of(best.row());
    return Optional.of(
        new Seen(best.row(), best.mapping(), best.binding(), best.outcome(), places));
  }

  private static Pseudonyms pseudonyms(Reader reader) {
    boolean nameless =
        Protection.needsKey(reader.mapping()) && reader.pseudonyms().keyId().isEmpty();
    return nameless ? new Nameless() : reader.pseudonyms();
  }

  private static final class Nameless implements Pseudonyms {
    @Override
    public Optional<String> keyId() {
      return Optional.empty();
    }

    @Override
    public Naming naming() {
      return (kind, value) -> UNNAMED;
    }
  }

  /** The row is found. */
  private static final class Enough extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Enough() {
      super("enough", null, false, false);
    }
  }

  /** Looks at the rows of the wanted place. */
  private static final class Search implements RowVisitor {

    /** More differences than any record has: the row was rejected by now. */
    private static final int REJECTED = Integer.MAX_VALUE - 1;

    private final Wanted wanted;
    private final long line;
    private final DatedChecks dated;
    private Mapping mapping;
    private @Nullable Binding binding;
    private @Nullable Function<Row, Outcome> check;
    private @Nullable Seen best;
    private int differences = Integer.MAX_VALUE;

    Search(Wanted wanted, LoadRequest request, Checks checks) {
      this.wanted = wanted;
      this.line = line(wanted.row());
      this.mapping = request.mapping();
      this.dated = new DatedChecks(checks, request);
    }

    private static long line(String row) {
      try {
        return Long.parseLong(row.substring(row.lastIndexOf('!') + 1));
      } catch (NumberFormatException otherwise) {
        return -1;
      }
    }

    @Override
    public void layout(Mapping variant) {
      mapping = variant;
    }

    @Override
    public void table(Header header) {
      Fit fit = dated.fitAgain(mapping, header, wanted.run().period());
      check = fit instanceof Fit.Fits fits ? fits.check() : null;
      binding = Binding.bind(mapping, header) instanceof Bound.Fits fits ? fits.binding() : null;
    }

    @Override
    public void row(Row row) {
      Binding bound = binding;
      if (row.line() != line
          || check == null
          || bound == null
          || !row.reference().equals(wanted.row())) {
        return;
      }
      Outcome outcome = check.apply(row);
      int differing =
          outcome instanceof Outcome.Accepted accepted
              ? wanted.likeness().differences(mapping, accepted.record())
              : REJECTED;
      if (differing >= 0 && differing < differences) {
        best = new Seen(row, mapping, bound, outcome, Map.of());
        differences = differing;
      }
      if (differing == 0) {
        throw new Enough();
      }
    }

    @Override
    public void rejected(Row row, List<Issue> issues) {
      // It never came into the table.
    }

    @Override
    public void filtered(Row row, FilterReason reason) {
      // It never came into the table.
    }

    @Override
    public void note(Issue issue) {
      // Told when it was loaded.
    }
  }
}
