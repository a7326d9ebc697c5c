package id.pde.run;

import static org.assertj.core.api.Assertions.assertThat;

import id.pde.model.Issue;
import id.pde.model.RunOutcome;
import id.pde.run.Changes.Change;
import id.pde.run.Changes.Difference;
import id.pde.run.LoadRequest.Choices;
import id.pde.run.LoadRequest.Repeat;
import id.pde.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a plan says, and the load that does it. */
class PlanIT {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static int tables;
  private static int files;

  @TempDir Path root;
  private String table = "";
  private OneDataset dataset = new OneDataset(Path.of(""), database, new SettableClock());

  @BeforeEach
  void newCity() throws IOException {
    table = "rencana" + ++tables;
    dataset = new OneDataset(root, database, new SettableClock());
    dataset.begin();
    mapping("key: [nomor], load: replace");
  }

  private void mapping(String target) throws IOException {
    dataset.mapping(
        """
        source: {format: csv}
        target: {table: %s, %s}
        columns:
          nomor: {from: "NO", type: integer}
          nilai: {from: NILAI, type: integer}
          penerima: {from: PENERIMA, type: text, class: pribadi-umum}
        tolerance: {rejects: 90%%, shrink: 100%%}
        drift: {new-columns: ignore}
        """
            .formatted(table, target));
  }

  private String delivery(String... rows) {
    return "NO,NILAI,PENERIMA,%d\n".formatted(++files) + String.join(",\n", rows) + ",\n";
  }

  private RunReport load(String content) throws IOException {
    return dataset.load("kiriman.csv", content);
  }

  private RunReport plan(String content) throws IOException {
    try (Archive archive = dataset.archive()) {
      Path file = file(content);
      return dataset
          .work(Repeat.DUPLICATE)
          .plan(archive.keep(file, "kiriman.csv", null), RunListener.SILENT);
    }
  }

  private Path file(String content) throws IOException {
    Path file = root.resolve("kiriman.csv");
    Files.writeString(file, content);
    return file;
  }

  private RunReport load(String content, String hash) throws IOException {
    Work work = dataset.work(Repeat.DUPLICATE);
    Choices choices = new Choices(null, Repeat.DUPLICATE, Duration.ZERO, Set.of(hash));
    try (Archive archive = dataset.archive()) {
      return new Work(work.mapping(), work.loader(), choices)
          .load(archive.keep(file(content), "kiriman.csv", null), RunListener.SILENT);
    }
  }

  private static Plan of(RunReport report) {
    return Objects.requireNonNull(report.plan(), () -> report.message().en());
  }

  @Test
  void tellsWhatIsAddedChangedAndDeleted() throws Exception {
    RunReport first = load(delivery("1,10,Ani", "2,20,Budi", "3,30,Citra", "4,40,Dewi"));
    Plan plan = of(plan(delivery("1,10,Ani", "2,21,Budi", "3,30,Cinta", "5,50,Eko")));
    long run = first.run();
    assertThat(plan.changes().added())
        .containsExactly(new Change(Map.of("nomor", "5"), "5", null, List.of()));
    assertThat(plan.changes().changed())
        .containsExactly(
            new Change(
                Map.of("nomor", "2"), "3", run, List.of(new Difference("nilai", "20", "21"))),
            new Change(
                Map.of("nomor", "3"),
                "4",
                run,
                List.of(new Difference("penerima", Issue.REDACTED, Issue.REDACTED))));
    assertThat(plan.changes().deleted())
        .containsExactly(new Change(Map.of("nomor", "4"), "5", run, List.of()));
    assertThat(plan.changes().columns()).isEqualTo(Map.of("nilai", 1L, "penerima", 1L));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "key: [nomor], load: merge",
        "key: [nomor], load: replace",
        "key: [nomor], load: append",
        "load: replace",
        "load: append"
      })
  void aPlanThatHoldsIsLoaded(String target) throws Exception {
    mapping(target);
    for (String content :
        new String[] {delivery("1,10,Ani", "2,20,Budi"), delivery("3,30,Citra", "4,20,Dewi")}) {
      RunReport planned = plan(content);
      RunReport loaded = load(content, of(planned).hash());
      assertThat(loaded.outcome()).isEqualTo(RunOutcome.LOADED);
      assertThat(loaded.counts()).isEqualTo(planned.counts());
    }
  }

  @Test
  void aPlanOfAnotherTableIsNotLoaded() throws Exception {
    load(delivery("1,10,Ani", "2,20,Budi"));
    String content = delivery("1,11,Ani", "2,20,Budi");
    String hash = of(plan(content)).hash();
    load(delivery("1,12,Ani", "2,20,Budi"));
    RunReport late = load(content, hash);
    assertThat(late.outcome()).isEqualTo(RunOutcome.REFUSED);
    assertThat(late.issues())
        .extracting(RunReport.IssueCount::code)
        .containsExactly("plan.changed");
    assertThat(load(content, of(plan(content)).hash()).outcome()).isEqualTo(RunOutcome.LOADED);
  }

  @Test
  void aTableChangedByHandIsSeen() throws Exception {
    load(delivery("1,10,Ani", "2,20,Budi"));
    String content = delivery("1,11,Ani", "2,20,Budi");
    String hash = of(plan(content)).hash();
    try (Connection connection = database.open();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate("UPDATE warehouse." + table + " SET nilai = 9 WHERE nomor = 1");
    }
    assertThat(load(content, hash).outcome()).isEqualTo(RunOutcome.REFUSED);
  }

  @Test
  void anotherFileOrMappingIsAnotherPlan() throws Exception {
    String content = delivery("1,10,Ani");
    String hash = of(plan(content)).hash();
    assertThat(of(plan(delivery("1,11,Ani"))).hash()).isNotEqualTo(hash);
    mapping("key: [nomor], load: merge");
    assertThat(of(plan(content)).hash()).isNotEqualTo(hash);
  }

  @Test
  void whatWouldBeRefusedHasNoPlan() throws Exception {
    assertThat(plan(delivery("a,b,c")).plan()).isNull();
    RunReport loaded = load(delivery("1,1,x"));
    assertThat(loaded.plan()).isNull();
  }
}
