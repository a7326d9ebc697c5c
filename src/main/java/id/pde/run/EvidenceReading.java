package id.pde.run;

import id.pde.mapping.Mapping;
import id.pde.model.FilterReason;
import id.pde.model.Header;
import id.pde.model.Issue;
import id.pde.model.Row;
import id.pde.normalise.ColumnEvidence;
import id.pde.run.RowSource.RowVisitor;
import java.util.List;

/**
 * Reads a delivery once before all else, where a mapping lets the values of a column decide how
 * they are read. Nothing is counted or told: the reading that follows does.
 */
public final class EvidenceReading implements RowVisitor {

  private final ColumnEvidence evidence = new ColumnEvidence();
  private Mapping mapping;

  private EvidenceReading(Mapping mapping) {
    this.mapping = mapping;
  }

  /** The same checks, with what the whole delivery decides. */
  static Checks settle(LoadRequest request, RowSource source, Checks checks) {
    if (!ColumnEvidence.isWanted(request.mapping())) {
      return checks;
    }
    EvidenceReading reading = new EvidenceReading(request.mapping());
    try {
      source.read(request.delivery(), request.mapping(), reading);
    } catch (SourceUnreadable | LimitExceeded stopped) {
      // The reading that follows stops there, too, and tells of it.
    }
    return (mapping, header, dating) ->
        checks.fit(reading.evidence.decide(mapping), header, dating);
  }

  /** A mapping of one layout with what the whole delivery decides. */
  public static Mapping settled(Delivery delivery, Mapping mapping, RowSource source) {
    if (!ColumnEvidence.isWanted(mapping)) {
      return mapping;
    }
    EvidenceReading reading = new EvidenceReading(mapping);
    source.read(delivery, mapping, reading);
    return reading.evidence.decide(mapping);
  }

  @Override
  public void layout(Mapping variant) {
    mapping = variant;
  }

  @Override
  public void table(Header header) {
    evidence.table(mapping, header);
  }

  @Override
  public void row(Row row) {
    evidence.see(row);
  }

  @Override
  public void rejected(Row row, List<Issue> issues) {
    // Says nothing about columns.
  }

  @Override
  public void filtered(Row row, FilterReason reason) {
    // Not part of the data.
  }

  @Override
  public void note(Issue issue) {
    // Told by the reading that follows.
  }
}
