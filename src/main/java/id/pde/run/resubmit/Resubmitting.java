package id.pde.run.resubmit;

import id.pde.mapping.Mapping;
import id.pde.model.Issue;
import id.pde.run.Archive;
import id.pde.run.Delivery;
import id.pde.run.Ledger;
import id.pde.run.RunReport;
import id.pde.run.SourceUnreadable;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Recognises the workbooks that PDE gave back. The mark is the word of a stranger: it counts only
 * where the ledger knows the run, its agency is the sender's, and its delivery had these bytes.
 */
public final class Resubmitting {

  private final AnswerMarks marks;
  private final Archive archive;
  private final Ledger ledger;

  public Resubmitting(AnswerMarks marks, Archive archive, Ledger ledger) {
    this.marks = marks;
    this.archive = archive;
    this.ledger = ledger;
  }

  /**
   * A delivery as it is to be loaded: the same, or the one that it corrects with its own bytes laid
   * over.
   *
   * @param agency of the sender; empty: any
   * @throws SourceUnreadable where it holds a part only, and the rest is not to be had
   */
  public Delivery of(Delivery delivery, String agency) {
    if (delivery.form() != Delivery.Form.FILE || delivery.corrected() != null) {
      return delivery;
    }
    Optional<AnswerMark> found = marks.of(delivery.file());
    if (found.isEmpty()) {
      return delivery;
    }
    AnswerMark mark = found.get();
    List<RunReport> bases = mark.runs().stream().flatMap(run -> known(run, mark, agency)).toList();
    if (bases.isEmpty()) {
      if (mark.form() == AnswerMark.Form.ROWS) {
        throw new SourceUnreadable(ResubmissionFaults.unknown(delivery.name()), null);
      }
      return delivery;
    }
    return switch (mark.form()) {
      case OWN -> whole(delivery, bases);
      case ROWS -> joined(delivery, bases);
    };
  }

  /** What there is to tell about a delivery whose mapping is known. */
  public List<Issue> notes(Delivery delivery, Mapping mapping) {
    boolean told = delivery.form() == Delivery.Form.FILE && delivery.over().isEmpty();
    return told
        ? marks.template(delivery.file()).filter(mark -> mark.isOld(mapping)).stream()
            .map(mark -> ResubmissionFaults.oldTemplate(delivery.name(), mapping.id()))
            .toList()
        : List.of();
  }

  private Stream<RunReport> known(long number, AnswerMark mark, String agency) {
    RunReport run = ledger.run(number);
    if (run == null || !run.source().sha256().equals(mark.sha256())) {
      return Stream.empty();
    }
    return agency.isEmpty() || run.agency().equals(agency) ? Stream.of(run) : Stream.empty();
  }

  private static Delivery whole(Delivery delivery, List<RunReport> bases) {
    RunReport.SourceFile base = bases.get(0).source();
    Resubmission what = new Resubmission(0, numbers(bases), delivery.name(), List.of());
    return delivery.correcting(
        base.name(), delivery.file(), new Delivery.Corrected(what, List.of()));
  }

  private Delivery joined(Delivery delivery, List<RunReport> bases) {
    RunReport first = bases.get(0);
    RunReport.SourceFile source = first.source();
    if (!archive.has(source)) {
      throw new SourceUnreadable(ResubmissionFaults.gone(delivery.name(), first.run()), null);
    }
    Delivery base;
    try {
      base = archive.find(source);
    } catch (UncheckedIOException gone) {
      throw new SourceUnreadable(ResubmissionFaults.gone(delivery.name(), first.run()), gone);
    }
    List<Resubmission.Joined> under = new ArrayList<>();
    List<Path> over = new ArrayList<>();
    Delivery.Corrected before = base.corrected();
    if (before != null) {
      under.addAll(before.what().joined());
      over.addAll(before.over());
    }
    under.add(new Resubmission.Joined(source.sha256(), source.bytes(), source.form()));
    over.add(delivery.file());
    Resubmission what = new Resubmission(0, numbers(bases), delivery.name(), under);
    String folder = base.folder();
    return (folder.isEmpty() ? delivery : delivery.in(folder))
        .correcting(source.name(), base.file(), new Delivery.Corrected(what, over));
  }

  private static List<Long> numbers(List<RunReport> runs) {
    return runs.stream().map(RunReport::run).toList();
  }
}
