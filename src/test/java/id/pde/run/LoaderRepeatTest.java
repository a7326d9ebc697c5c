package id.pde.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pde.mapping.Mapping;
import id.pde.mapping.TargetSpec.LoadMode;
import id.pde.model.Counts;
import id.pde.model.RunOutcome;
import id.pde.model.Severity;
import id.pde.model.Text;
import id.pde.run.LoadRequest.Choices;
import id.pde.run.LoadRequest.Repeat;
import id.pde.run.TargetRefused.Persistence;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The same bytes again, and a database that is busy, objects or goes away. */
class LoaderRepeatTest extends LoaderCase {

  @Test
  void saysDuplicateWhenTheSameBytesComeAgain() {
    source.row("a", "1");
    load(Samples.merge());
    RunReport report = load(Samples.merge());
    assertThat(report.outcome()).isEqualTo(RunOutcome.DUPLICATE);
    assertThat(report.related()).isEqualTo(1);
    assertThat(report.counts()).isEqualTo(Counts.NONE);
    assertThat(report.message())
        .isEqualTo(
            new Text(
                "Kiriman yang sama sudah dimuat sebagai run 1, tidak ada yang berubah; untuk"
                    + " memuatnya lagi: `pde load --force`.",
                "The same delivery was loaded as run 1, nothing changed; to load it again: `pde"
                    + " load --force`."));
    assertThat(warehouse.ledger.get(2L)).isEqualTo(report);
  }

  @Test
  void namesReplayWhenTheMappingChangedSince() {
    source.row("a", "1");
    load(Samples.merge());
    Mapping old = Samples.merge();
    Mapping changed =
        new Mapping(
            old.id(),
            old.agency(),
            old.title(),
            old.description(),
            old.zone(),
            old.source(),
            old.target(),
            old.columns(),
            old.tolerance(),
            old.drift(),
            new Mapping.MappingText("f", "other", "bb".repeat(32)));
    assertThat(load(changed).message().en())
        .isEqualTo(
            "The same delivery was loaded as run 1, but mapping dkupp/harga has changed since; to"
                + " apply the new mapping: `pde replay 1`.");
  }

  @Test
  void loadsTheSameBytesAgainWhenForced() {
    source.row("a", "1");
    load(Samples.merge());
    RunReport report =
        loader().load(request(Samples.merge(), new Choices(null, Repeat.FORCE, Duration.ZERO)));
    assertThat(report.outcome()).isEqualTo(RunOutcome.LOADED);
    assertThat(report.forced()).isTrue();
    assertThat(report.counts()).isEqualTo(new Counts(1, 1, 0, 0, 0, 0, 1, 0, 0));
  }

  @Test
  void loadsRefusedBytesWhenTheyComeAgain() {
    load(Samples.merge());
    source.row("a", "1");
    assertThat(load(Samples.merge()).outcome()).isEqualTo(RunOutcome.LOADED);
  }

  @Test
  void waitsForABusyTableAndNamesTheRun() {
    warehouse.whenOpened.add(new TableBusy(issue("table.busy", Severity.REFUSE), 41));
    RunReport report = load(Samples.merge());
    assertThat(report.outcome()).isEqualTo(RunOutcome.WAITING);
    assertThat(report.related()).isEqualTo(41);
    assertThat(report.waitsFor())
        .isEqualTo(
            new Text(
                "run 41 yang sedang mengisi tabel harga", "run 41, which is writing table harga"));
    assertThat(warehouse.ledger).containsKey(1L);
  }

  @Test
  void leavesNoTraceOfAClaimThatMeetsABusyTable() {
    warehouse.whenOpened.add(new TableBusy(issue("table.busy", Severity.REFUSE), 41));
    RunReport report = loader().load(claimed(UUID.randomUUID()));
    assertThat(report.outcome()).isEqualTo(RunOutcome.WAITING);
    assertThat(warehouse.ledger).isEmpty();
  }

  @Test
  void triesAgainAfterADeadlock() {
    source.row("a", "1");
    warehouse.whenPublished.add(refused(Persistence.MOMENTARY));
    RunReport report = load(Samples.merge());
    assertThat(report.outcome()).isEqualTo(RunOutcome.LOADED);
    assertThat(report.run()).isEqualTo(1);
    assertThat(report.counts().read()).isEqualTo(1);
  }

  @Test
  void failsWhenTheDatabaseObjects() {
    source.row("a", "1");
    warehouse.whenPublished.add(refused(Persistence.LASTING));
    RunReport report = load(Samples.merge());
    assertThat(report.outcome()).isEqualTo(RunOutcome.FAILED);
    assertThat(report.message().en())
        .isEqualTo(
            "Failed through no fault of the delivery, nothing was loaded: en target.refused"
                + " (details: `pde run 1`).");
    assertThat(warehouse.ledger).containsKey(1L);
    assertThat(warehouse.table).isEmpty();
  }

  @Test
  void triesOnceMoreWhenTheConnectionIsCutAndGivesUpWhenItStaysCut() {
    source.row("a", "1");
    warehouse.whenPublished.add(unavailable());
    assertThat(load(Samples.merge()).outcome()).isEqualTo(RunOutcome.LOADED);
    for (int i = 0; i < 5; i++) {
      warehouse.whenOpened.add(unavailable());
    }
    assertThatThrownBy(() -> load(Samples.merge())).isInstanceOf(TargetUnavailable.class);
  }

  @Test
  void believesTheLedgerWhenNobodyHeardTheCommit() {
    source.row("a", "1");
    warehouse.afterPublished.add(unavailable());
    RunReport report = load(Samples.merge());
    assertThat(report.outcome()).isEqualTo(RunOutcome.LOADED);
    assertThat(warehouse.ledger).containsOnlyKeys(1L);
  }

  @Test
  void findsTheRunOfItsClaimThatAKilledProcessCommitted() {
    source.row("a", "1");
    UUID claim = UUID.randomUUID();
    RunReport first = loader().load(claimed(claim));
    assertThat(loader().load(claimed(claim))).isEqualTo(first);
    assertThat(warehouse.ledger).containsOnlyKeys(1L);
  }

  @Test
  void failsWhenTheRowsDoNotAddUp() {
    source.row("a", "1");
    warehouse.miscount = 1;
    RunReport report = load(Samples.merge());
    assertThat(report.outcome()).isEqualTo(RunOutcome.FAILED);
    assertThat(report.details().get(0).message().en())
        .isEqualTo("the rows do not add up (1 != 1 + 0 + 0, 1 ?= 2 + 0 + 0)");
    assertThat(warehouse.table).isEmpty();
  }

  @Test
  void failsWithoutQuotingTheFaultItDoesNotKnow() {
    source.row("a", "1").stops(new NumberFormatException("For input string: 3201"));
    RunReport report = load(Samples.merge());
    assertThat(report.outcome()).isEqualTo(RunOutcome.FAILED);
    assertThat(report.message().id())
        .isEqualTo(
            "Gagal bukan karena kiriman, tidak ada yang dimuat: PDE menemui kesalahan yang tidak"
                + " dikenalnya (NumberFormatException) (rincian: `pde run 1`).");
  }

  @Test
  void plansWithoutATrace() {
    source.row("a", "1").row("a", "2").row("b", "1");
    RunReport report = loader().plan(request(mapping(LoadMode.MERGE, LENIENT), Choices.DEFAULT));
    assertThat(report.run()).isZero();
    assertThat(report.counts()).isEqualTo(new Counts(3, 1, 2, 0, 1, 0, 0, 0, 0));
    assertThat(report.message().en())
        .isEqualTo(
            "Plan: table harga would be loaded, 1 of 3 rows accepted (1 new, 0 changed, 0"
                + " unchanged), 2 rejected; run it with `pde load`.");
    assertThat(warehouse.ledger).isEmpty();
    assertThat(warehouse.table).isEmpty();
    assertThat(warehouse.numbers).isZero();
  }
}
