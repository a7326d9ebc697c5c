package id.pde.run;

import id.pde.codes.CodeLists;
import id.pde.mapping.Mapping;
import id.pde.model.FilterReason;
import id.pde.model.Header;
import id.pde.model.Issue;
import id.pde.model.Outcome;
import id.pde.model.Row;
import id.pde.model.RunOutcome;
import id.pde.normalise.protect.HmacKey;
import id.pde.run.Checks.Fit;
import id.pde.run.KeyLedger.Gap;
import id.pde.run.KeyLedger.Holder;
import id.pde.run.KeyLedger.Rekeying;
import id.pde.run.Ledger.Filter;
import id.pde.run.LoadRequest.Choices;
import id.pde.run.RowSource.RowVisitor;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Renews all pseudonyms under another key. A pseudonym cannot be turned back into its value, so
 * every archived delivery that was loaded into a table with pseudonyms is read and checked again;
 * it gives the pseudonym of every value under both keys. Rows, history and ledger stay as they are
 * but for these texts. One transaction: a kill leaves everything under the key before.
 */
public final class KeyRotation {

  private final Ports ports;
  private final Function<String, MappingFiles.Found> mappings;

  /** Where deliveries, runs and pseudonyms are. */
  public record Ports(RowSource source, Archive archive, Ledger ledger, KeyLedger keys) {}

  /**
   * @param mappings gives a mapping and its code lists by its id
   */
  public KeyRotation(Ports ports, Function<String, MappingFiles.Found> mappings) {
    this.ports = ports;
    this.mappings = mappings;
  }

  /**
   * Does it, and leaves the keys themselves to the caller.
   *
   * @throws SourceUnreadable when a delivery is gone or pseudonyms stay unexplained; nothing was
   *     changed
   */
  public Keys.Rotated rotate(HmacKey before, HmacKey after) {
    try (Rekeying rekeying = ports.keys().rekey(before.id(), after.id())) {
      List<Holder> holders = rekeying.holders();
      List<Reading> readings = readings(holders);
      for (Reading reading : readings) {
        reading.read(ports.source(), new PairedKeys(before, after, rekeying::pair));
      }
      List<Gap> gaps = rekeying.gaps();
      if (!gaps.isEmpty()) {
        throw new SourceUnreadable(KeyFaults.unexplained(gaps), null);
      }
      return new Keys.Rotated(before.id(), after.id(), holders.size(), rekeying.commit());
    }
  }

  /** All deliveries that have to be read, and that can be; found before anything is read. */
  private List<Reading> readings(List<Holder> holders) {
    Map<String, MappingFiles.Found> used = new TreeMap<>();
    for (Holder holder : holders) {
      used.put(holder.mapping(), mappings.apply(holder.mapping()));
    }
    List<Reading> readings = new ArrayList<>();
    List<RunReport> gone = new ArrayList<>();
    used.forEach(
        (id, found) -> {
          Mapping mapping = found.mapping();
          if (mapping == null) {
            throw new MappingInvalid(KeyFaults.noMapping(id), null);
          }
          for (RunReport run : loaded(id)) {
            try {
              Delivery kept = ports.archive().find(run.source());
              readings.add(new Reading(run, named(kept, run), mapping, found.codes()));
            } catch (UncheckedIOException notThere) {
              gone.add(run);
            }
          }
        });
    if (!gone.isEmpty()) {
      throw new SourceUnreadable(KeyFaults.gone(gone), null);
    }
    return readings;
  }

  private List<RunReport> loaded(String mapping) {
    return ports.ledger().runs(new Filter(mapping, null, Integer.MAX_VALUE)).stream()
        .filter(
            run ->
                run.outcome() == RunOutcome.LOADED
                    || run.outcome() == RunOutcome.LOADED_WITH_REJECTS)
        .sorted(Comparator.comparingLong(RunReport::run))
        .toList();
  }

  /** A watched folder has the name of its agency. */
  static Delivery named(Delivery kept, RunReport run) {
    boolean known = !kept.folder().isEmpty() || run.source().claim() == null;
    return known ? kept : kept.in(run.agency());
  }

  /** A delivery that is checked once more. */
  private record Reading(RunReport run, Delivery delivery, Mapping mapping, CodeLists codes) {

    void read(RowSource source, PairedKeys keys) {
      LoadRequest request = new LoadRequest(mapping, delivery, Choices.DEFAULT, RunListener.SILENT);
      Checks checks = EvidenceReading.settle(request, source, new NormaliserChecks(codes, keys));
      source.read(delivery, mapping, new Rechecking(request, run, checks));
    }
  }

  /** Checks rows for the sake of their pseudonyms only. */
  private static final class Rechecking implements RowVisitor {

    private final RunReport run;
    private final DatedChecks dated;
    private Mapping mapping;
    private @Nullable Function<Row, Outcome> check;

    Rechecking(LoadRequest request, RunReport run, Checks checks) {
      this.run = run;
      this.mapping = request.mapping();
      this.dated = new DatedChecks(checks, request);
    }

    @Override
    public void layout(Mapping variant) {
      mapping = variant;
    }

    /** The period may have been told when it was loaded. */
    @Override
    public void table(Header header) {
      Fit fit = dated.fitAgain(mapping, header, run.period());
      check = fit instanceof Fit.Fits fits ? fits.check() : null;
    }

    @Override
    public void row(Row row) {
      if (check != null) {
        // The pairs of pseudonyms are noted on the way; the record itself goes nowhere.
        Outcome unused = check.apply(row);
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
