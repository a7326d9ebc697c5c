package id.pde.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pde.codes.CodeLists;
import id.pde.mapping.ApprovalLimits;
import id.pde.mapping.Mapping;
import id.pde.mapping.TargetSpec.LoadMode;
import id.pde.mapping.TargetSpec.Repeated;
import id.pde.mapping.Tolerance;
import id.pde.mapping.Tolerance.Beyond;
import id.pde.mapping.Tolerance.Empty;
import id.pde.model.Issue;
import id.pde.model.Location;
import id.pde.model.RunOutcome;
import id.pde.model.Severity;
import id.pde.model.Text;
import id.pde.run.LoadRequest.Choices;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RecoveryTest {

  @TempDir private Path root;
  private final SettableClock clock = new SettableClock();
  private final FakeWarehouse warehouse = new FakeWarehouse();
  private final FakeSource source = new FakeSource().headings().row("a", "1").row("b", "2");
  private final Map<Long, List<String>> answers = new LinkedHashMap<>();
  private boolean outboxFull;
  private Mapping mapping = Samples.merge();

  /** Stands for a kill: nothing after it runs but what a dying process does anyway. */
  private static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  /** One life of PDE on one home. */
  private final class Life implements AutoCloseable {
    final Home home = new Home(root);
    final Claims claims = new Claims(home, clock);
    final Archive archive = new Archive(home, 0);
    final Receiving receiving =
        new Receiving(archive, claims, RecoveryTest.this::answer, warehouse);
    final Recovery recovery = new Recovery(receiving, claims, archive, warehouse);
    final Inbox inbox =
        new Inbox(
            new Inbox.Spot(home, "dkupp", "dkupp/harga"),
            new Inbox.Next(claims, archive),
            Inbox.Settings.DEFAULT,
            clock);

    List<Receiving.Received> ticks(RunListener listener) {
      List<Receiving.Received> received = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        clock.advance(Duration.ofSeconds(5));
        inbox.look(claim -> received.add(receiving.receive(claim, work(), listener)));
      }
      return received;
    }

    Recovery.Recovered recover() {
      return recovery.recover(id -> Optional.of(work()), RunListener.SILENT);
    }

    @Override
    public void close() {
      claims.close();
      archive.close();
    }
  }

  @ParameterizedTest
  @EnumSource(RunStep.class)
  void endsLikeACleanRunAfterAKillAtAnyStep(RunStep step) throws IOException {
    drop("harga.csv");
    try (Life life = new Life()) {
      assertThatThrownBy(() -> life.ticks(killAt(step))).isInstanceOf(Killed.class);
    }
    try (Life life = new Life()) {
      life.recover();
      assertThat(life.ticks(RunListener.SILENT)).isEmpty();
    }
    assertCleanEnd(1);
  }

  @Test
  void announcesEveryStepInOrder() throws IOException {
    drop("harga.csv");
    List<RunStep> steps = new ArrayList<>();
    try (Life life = new Life()) {
      life.ticks(hears(steps));
    }
    assertThat(steps).containsExactly(RunStep.values());
    assertCleanEnd(1);
  }

  @Test
  void keepsTheClaimWhileTheDatabaseIsAway() throws IOException {
    drop("harga.csv");
    for (int i = 0; i < 6; i++) {
      warehouse.whenOpened.add(
          new TargetUnavailable(issue("target.unavailable", Severity.REFUSE), null));
    }
    try (Life life = new Life()) {
      assertThatThrownBy(() -> life.ticks(RunListener.SILENT))
          .isInstanceOf(TargetUnavailable.class);
      assertThatThrownBy(life::recover).isInstanceOf(TargetUnavailable.class);
      assertThat(life.recover().reports())
          .extracting(RunReport::outcome)
          .containsExactly(RunOutcome.LOADED);
    }
    assertCleanEnd(1);
  }

  @Test
  void keepsTheClaimWhileTheTableIsBusy() throws IOException {
    drop("harga.csv");
    warehouse.whenOpened.add(new TableBusy(issue("table.busy", Severity.REFUSE), 7));
    try (Life life = new Life()) {
      assertThat(life.ticks(RunListener.SILENT))
          .singleElement()
          .satisfies(
              received -> {
                assertThat(received.note()).isNotNull();
                assertThat(received.report())
                    .extracting(RunReport::outcome)
                    .isEqualTo(RunOutcome.WAITING);
              });
      assertThat(warehouse.ledger).isEmpty();
      life.recover();
    }
    assertCleanEnd(1);
  }

  @Test
  void aFileThatWaitsHoldsUpWhatItsAgencySentLater() throws IOException {
    drop("januari.csv");
    warehouse.whenOpened.add(new TableBusy(issue("table.busy", Severity.REFUSE), 7));
    try (Life life = new Life()) {
      assertThat(life.ticks(RunListener.SILENT)).hasSize(1);
      drop("februari.csv");
      assertThat(life.ticks(RunListener.SILENT)).isEmpty();
      assertThat(root.resolve("inbox/dkupp/februari.csv")).exists();
      assertThat(life.recover().reports())
          .extracting(report -> report.source().name())
          .containsExactly("januari.csv");
      assertThat(life.ticks(RunListener.SILENT)).hasSize(1);
    }
    assertThat(root.resolve("inbox/dkupp/februari.csv")).doesNotExist();
  }

  @Test
  void recoveryKeepsTheOrderOfAnAgencyToo() throws IOException {
    for (String name : List.of("januari.csv", "februari.csv")) {
      drop(name);
      try (Life life = new Life()) {
        // The second is taken while the first still lies there only by a life that did not know of
        // it.
        Claim claim =
            life.claims.take(root.resolve("inbox/dkupp").resolve(name), "dkupp", "dkupp/harga");
        life.claims.rest(claim);
        clock.advance(Duration.ofSeconds(5));
      }
    }
    warehouse.whenOpened.add(new TableBusy(issue("table.busy", Severity.REFUSE), 7));
    try (Life life = new Life()) {
      assertThat(life.recover().reports())
          .extracting(RunReport::outcome)
          .containsExactly(RunOutcome.WAITING);
      assertThat(life.recover().reports())
          .extracting(report -> report.source().name())
          .containsExactly("januari.csv", "februari.csv");
    }
  }

  @Test
  void waitsForAMappingThatIsNotThere() throws IOException {
    drop("harga.csv");
    try (Life life = new Life()) {
      assertThatThrownBy(() -> life.ticks(killAt(RunStep.CLAIMED))).isInstanceOf(Killed.class);
    }
    try (Life life = new Life()) {
      assertThat(life.recovery.recover(id -> Optional.empty(), RunListener.SILENT).notes())
          .extracting(note -> note.message().en())
          .containsExactly("waiting: mapping dkupp/harga is not there or has faults");
      life.recover();
    }
    assertCleanEnd(1);
  }

  @Test
  void letsTheRunStandWhenItsAnswerCannotBeWrittenAndAnswersLater() throws IOException {
    drop("harga.csv");
    outboxFull = true;
    try (Life life = new Life()) {
      assertThat(life.ticks(RunListener.SILENT))
          .extracting(received -> received.note() == null ? "" : received.note().message().en())
          .containsExactly("run 1 is done, but its answer could not be written to the outbox yet");
      assertThat(life.recover().notes()).extracting(Issue::code).containsExactly("answer.pending");
      outboxFull = false;
      assertThat(life.recover().notes()).isEmpty();
    }
    assertCleanEnd(1);
  }

  @Test
  void touchesNothingThatALivingProcessWorksOn() throws IOException {
    drop("harga.csv");
    try (Life life = new Life()) {
      life.ticks(
          new RunListener() {
            @Override
            public void reached(RunStep step) {
              if (step == RunStep.ARCHIVED) {
                assertThat(
                        new Recovery(life.receiving, life.claims, life.archive, warehouse)
                            .recover(id -> Optional.of(work()), RunListener.SILENT))
                    .isEqualTo(new Recovery.Recovered(List.of(), List.of()));
              }
            }
          });
    }
    assertCleanEnd(1);
  }

  @ParameterizedTest
  @EnumSource(
      value = RunStep.class,
      names = {"CLAIMED", "ARCHIVED", "READING", "ANSWERED", "FINISHED"})
  void letsAHeldFileGoOnceTheLedgerHasIt(RunStep step) throws IOException {
    Tolerance nobodyAlone =
        new Tolerance(
            BigDecimal.ONE,
            500,
            BigDecimal.ONE,
            Empty.REFUSE,
            Beyond.REFUSE,
            new ApprovalLimits(1L, null, null));
    mapping = Samples.mapping(LoadMode.MERGE, Repeated.REJECT, nobodyAlone);
    drop("harga.csv");
    try (Life life = new Life()) {
      assertThatThrownBy(() -> life.ticks(killAt(step))).isInstanceOf(Killed.class);
    }
    try (Life life = new Life()) {
      life.recover();
      assertThat(life.ticks(RunListener.SILENT)).isEmpty();
    }
    assertThat(warehouse.table).isEmpty();
    assertThat(warehouse.ledger.values())
        .satisfiesExactly(
            held -> {
              assertThat(held.undecided()).isTrue();
              assertThat(held.answered()).isTrue();
              assertThat(held.waitsFor())
                  .isEqualTo(new Text("persetujuan petugas", "the approval of an officer"));
              assertThat(held.counts().inserted()).isEqualTo(2);
            });
    Home home = new Home(root);
    assertThat(files(home.work().resolve("claims"))).containsExactly(".turn");
    assertThat(files(home.inbox())).isEmpty();
  }

  @Test
  void answersAnEmptyFile() throws IOException {
    Files.createDirectories(new Home(root).inbox().resolve("dkupp"));
    Files.createFile(new Home(root).inbox().resolve("dkupp").resolve("kosong.csv"));
    try (Life life = new Life()) {
      life.ticks(RunListener.SILENT);
    }
    assertThat(warehouse.ledger.get(1L))
        .satisfies(
            report -> {
              assertThat(report.outcome()).isEqualTo(RunOutcome.REFUSED);
              assertThat(report.answered()).isTrue();
              assertThat(report.details()).extracting(Issue::code).containsExactly("file.empty");
            });
    assertThat(answers.keySet()).containsExactly(1L);
  }

  @Test
  void loadsAFileOfTheCommandLineAndLeavesItThere() throws IOException {
    Path file = Files.writeString(root.resolve("harga.csv"), "bytes");
    List<RunStep> steps = new ArrayList<>();
    try (Life life = new Life()) {
      RunReport report = life.receiving.receive(file, work(), hears(steps));
      assertThat(report.answered()).isTrue();
    }
    assertThat(file).hasContent("bytes");
    assertThat(steps).startsWith(RunStep.ARCHIVED).endsWith(RunStep.ANSWERED, RunStep.FINISHED);
  }

  private void assertCleanEnd(int runs) throws IOException {
    assertThat(warehouse.table).isEqualTo(Map.of("a", List.of("a", "1"), "b", List.of("b", "2")));
    assertThat(warehouse.ledger.values())
        .hasSize(runs)
        .allSatisfy(report -> assertThat(report.answered()).isTrue())
        .allSatisfy(report -> assertThat(report.outcome()).isEqualTo(RunOutcome.LOADED));
    assertThat(answers).hasSize(runs);
    assertThat(answers.values()).allSatisfy(words -> assertThat(words).doesNotHaveDuplicates());
    Home home = new Home(root);
    assertThat(files(home.work().resolve("claims"))).containsExactly(".turn");
    assertThat(files(home.work().resolve("drafts"))).containsExactly(".turn");
    assertThat(files(home.inbox())).isEmpty();
    String sha256 = "277089d91c0bdf4f2e6862ba7e4a07605119431f5d13f726dd352b06f1b206a9";
    assertThat(files(home.archive())).containsExactlyInAnyOrder(sha256, sha256 + ".label");
  }

  private static List<String> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).map(FileNames::of).toList();
    }
  }

  private void drop(String name) throws IOException {
    Path folder = new Home(root).inbox().resolve("dkupp");
    Files.createDirectories(folder);
    Files.writeString(folder.resolve(name), "bytes");
  }

  private void answer(List<RunReport> reports, Ledger ledger) {
    if (outboxFull) {
      throw new UncheckedIOException(new IOException("no space"));
    }
    for (RunReport report : reports) {
      List<String> words = answers.computeIfAbsent(report.run(), run -> new ArrayList<>());
      if (!words.contains(report.message().id())) {
        words.add(report.message().id());
      }
    }
  }

  private Work work() {
    Loader loader =
        new Loader(
            new Loader.Ports(source, warehouse, warehouse),
            new NormaliserChecks(CodeLists.NONE),
            clock);
    return new Work(mapping, loader, Choices.DEFAULT);
  }

  private static RunListener killAt(RunStep fatal) {
    return new RunListener() {
      @Override
      public void reached(RunStep step) {
        if (step == fatal) {
          throw new Killed();
        }
      }
    };
  }

  private static RunListener hears(List<RunStep> steps) {
    return new RunListener() {
      @Override
      public void reached(RunStep step) {
        steps.add(step);
      }
    };
  }

  private static Issue issue(String code, Severity severity) {
    return Issue.of(
        code,
        severity,
        new Location.Whole("harga.csv"),
        new Issue.Advice("rule", Text.same(code), Text.same("fix")));
  }
}
