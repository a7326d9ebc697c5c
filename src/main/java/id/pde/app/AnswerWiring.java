package id.pde.app;

import id.pde.model.Language;
import id.pde.receipt.OutboxAnswers;
import id.pde.receipt.annotate.Annotator;
import id.pde.run.Answers;
import id.pde.run.KeyFaults;
import id.pde.run.Ledger;
import id.pde.run.MappingFolder.Agency;
import id.pde.run.Originals;
import id.pde.run.RunReport;
import id.pde.run.SourceUnreadable;
import id.pde.warehouse.connection.Connections;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What answers to senders are made of. */
final class AnswerWiring {

  private final Wiring wiring;

  AnswerWiring(Wiring wiring) {
    this.wiring = wiring;
  }

  private Originals originals(Ledger ledger) {
    return new Originals(
        ledger,
        new Originals.Ports(
            wiring.readers(), wiring.archive(), id -> wiring.mappings().find(id).mapping()));
  }

  /**
   * The ledger with the values of rejected rows as they were delivered.
   *
   * @throws SourceUnreadable when the delivery of the run cannot be read in the archive
   */
  Ledger originals(RunReport run) {
    if (!Files.isReadable(wiring.archive().find(run.source()).file())) {
      throw new SourceUnreadable(KeyFaults.archiveClosed(), null);
    }
    return originals(wiring.ledger());
  }

  /** Answers to senders, with the values of their own rows. */
  Answers answers() {
    OutboxAnswers outbox = outbox();
    return (reports, ledger) -> outbox.answer(reports, originals(ledger));
  }

  private OutboxAnswers outbox() {
    return new OutboxAnswers(
        wiring.settings().home(), this::language, Connections.DEFAULT_ZONE, annotator());
  }

  /** Writes the answer to the delivery of a run into a folder; the names of its files. */
  List<String> receipt(RunReport run, Path folder) {
    return outbox().again(run, originals(wiring.ledger()), folder);
  }

  private Annotator annotator() {
    Annotator.Ports ports =
        new Annotator.Ports(
            wiring.readers(),
            wiring.archive(),
            wiring.ledger(),
            id -> wiring.mappings().find(id).mapping());
    return new Annotator(ports, wiring.settings().home().work().resolve("answers"));
  }

  /** The language of an agency, where it has one; asked anew, for files change. */
  Language language(String agency) {
    Agency known = wiring.mappings().recentAgencies().get(agency);
    return known == null ? wiring.settings().languageOrDefault() : known.language();
  }
}
