package id.pde.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.pde.model.Issue;
import id.pde.run.LoadRequest.Choices;
import id.pde.source.Readers;
import id.pde.warehouse.PostgresWarehouse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of ZIP archives: every member is a delivery, the sender gets one answer. */
class BundleIT extends RecogniseCity {

  @Test
  void loadsEveryMemberAndAnswersOnce() throws Exception {
    List<RunReport> reports = drop("kiriman.zip", mixed());
    assertThat(shown(reports))
        .containsExactly(
            "dkupp/harga loaded 1", " refused 0", "dkupp/pasar loaded 2", " refused 0");
    assertThat(reports)
        .extracting(report -> report.source().name())
        .containsExactly("harga.csv", "foto.png", "pasar.csv", "lain.zip");
    assertThat(reports).extracting(report -> report.source().sha256()).doesNotHaveDuplicates();
    assertThat(reports).allMatch(RunReport::answered);
    assertThat(answer("kiriman.zip"))
        .startsWith("Kiriman: kiriman.zip\nHasil: 4 bagian, masing-masing dijawab di bawah ini\n")
        .contains("\n\nBerkas: 2025/harga.csv\nPemetaan: dkupp/harga\nHasil: dimuat ke tabel ")
        .contains("\n\nBerkas: foto.png\nHasil: ditolak seluruhnya")
        .contains("\n\nBerkas: lain.zip\nHasil: ditolak seluruhnya")
        .contains("lain.zip: Berkas ini arsip ZIP, bukan tabel.");
    try (Stream<Path> answers = Files.list(home.outbox().resolve("dkupp"))) {
      assertThat(answers.map(FileNames::of).sorted())
          .containsExactly("kiriman.zip.hasil.json", "kiriman.zip.hasil.txt");
    }
    assertThat(
            Files.readString(home.outbox().resolve("dkupp/kiriman.zip.hasil.json"))
                .replace(" ", ""))
        .contains("\"bundle\":\"kiriman.zip\",\n\"member\":\"2025/harga.csv\"");
    assertCleanedUp();
  }

  @Test
  void knowsEveryMemberOfTheSameArchiveAgain() throws Exception {
    byte[] bytes = zip(Map.of("harga.csv", "Kode,Harga\n" + table + ",1\n"));
    assertThat(shown(drop("a.zip", bytes))).containsExactly("dkupp/harga loaded 1");
    assertThat(shown(drop("a.zip", bytes))).containsExactly("dkupp/harga duplicate 0");
    assertThat(shown(drop("harga.csv", "Kode,Harga\n" + table + ",1\n")))
        .containsExactly("dkupp/harga duplicate 0");
  }

  @Test
  void givesMembersOfOneMappingRunsOfTheirOwn() throws Exception {
    mapping("harga", "Kode, Harga", "period: {from: folder}\n");
    Map<String, String> members = new LinkedHashMap<>();
    members.put("2025-01/harga.csv", "Kode,Harga\n" + table + ",1\n");
    members.put("2025-02/harga.csv", "Kode,Harga\n" + table + ",2\n");
    members.put("2025-03/harga.csv", "Kode,Harga\n");
    List<RunReport> reports = drop("b.zip", zip(members), named("harga"), RunListener.SILENT);
    assertThat(shown(reports).subList(0, 2))
        .containsExactly("dkupp/harga loaded 1", "dkupp/harga loaded 1");
    assertThat(reports.subList(0, 2))
        .extracting(report -> Objects.requireNonNull(report.period()).text())
        .containsExactly("2025-01", "2025-02");
    assertThat(reports.get(2).outcome().code()).isEqualTo("refused");
    assertThat(rows("harga WHERE nilai = '2' AND _period = '2025-02'")).isEqualTo(1);
  }

  @Test
  void keepsAMemberThatCannotBeUnpackedBesideTheOthers() throws Exception {
    Map<String, String> members = new LinkedHashMap<>();
    members.put("../harga.csv", "Kode,Harga\n" + table + ",1\n");
    members.put("umkm.csv", "Kode,Usaha\n" + table + ",1\n");
    List<RunReport> reports = drop("c.zip", zip(members));
    assertThat(shown(reports)).containsExactly(" refused 0", "dkupp/umkm loaded 1");
    RunReport refused = reports.get(0);
    assertThat(refused.details()).extracting(Issue::code).containsExactly("zip.name");
    try (Life life = new Life()) {
      Delivery whole = life.archive.find(refused.source());
      assertThat(whole.name()).isEqualTo("c.zip");
      assertThat(whole.packed()).isNull();
      RunReport loaded = Objects.requireNonNull(life.ledger.run(reports.get(1).run()));
      assertThat(loaded.source()).isEqualTo(reports.get(1).source());
      assertThat(life.archive.find(loaded.source()).packed()).isEqualTo(loaded.source().packed());
    }
  }

  @Test
  void refusesAnArchiveAsAWholeOnce() throws Exception {
    byte[] bytes = zip(Map.of(".DS_Store", table));
    for (Destination destination : List.of(recognised(), named("harga"))) {
      List<RunReport> reports = drop("d.zip", bytes, destination, RunListener.SILENT);
      assertThat(shown(reports)).containsExactly(" refused 0");
      assertThat(reports.get(0).details()).extracting(Issue::code).containsExactly("zip.empty");
      assertThat(reports.get(0).source().packed()).isNull();
    }
    assertThat(answer("d.zip"))
        .contains("Sebab: d.zip: Tidak ada berkas dalam arsip ZIP ini.\n")
        .doesNotContain("Berkas:");
  }

  @ParameterizedTest
  @EnumSource
  void endsLikeACleanRunAfterAKillAtAnyStep(RunStep step) throws Exception {
    killed(
        new RunListener() {
          @Override
          public void reached(RunStep reached) {
            if (reached == step) {
              throw new Killed();
            }
          }
        },
        recognised());
  }

  @Test
  void endsLikeACleanRunAfterAKillBetweenMembers() throws Exception {
    killed(afterTheFirstMember(), recognised());
  }

  @Test
  void endsLikeACleanRunAfterAKillBetweenMembersOfANamedMapping() throws Exception {
    Map<String, String> members = new LinkedHashMap<>();
    members.put("1/a.csv", "Kode,Harga\n" + table + "a,1\n");
    members.put("2/a.csv", "Kode,Harga\n" + table + "b,1\n");
    Files.write(home.inbox().resolve("dkupp/e.zip"), zip(members));
    killAndRecover(afterTheFirstMember(), named("harga"));
    assertThat(rows("harga")).isEqualTo(2);
    assertThat(answer("e.zip")).contains("Hasil: 2 bagian", "Berkas: 1/a.csv", "Berkas: 2/a.csv");
  }

  @Test
  void answersOnceForMembersWhoseCommandWasKilled() throws Exception {
    Path file = Files.write(root.resolve("f.zip"), mixed());
    try (Life life = new Life()) {
      assertThatThrownBy(() -> life.receiving.deliver(file, recognised(), afterTheFirstMember()))
          .isInstanceOf(Killed.class);
    }
    try (Life life = new Life()) {
      life.recovery.recover(goal -> Optional.of(recognised()), RunListener.SILENT);
      assertThat(life.ledger.unanswered()).isEmpty();
      assertThat(answer("f.zip")).contains("Hasil: 2 bagian", "harga.csv", "foto.png");
      assertThat(shown(life.receiving.deliver(file, recognised(), RunListener.SILENT)))
          .containsExactly(
              "dkupp/harga duplicate 0", " refused 0", "dkupp/pasar loaded 2", " refused 0");
    }
    assertCleanedUp();
  }

  private void killed(RunListener killer, Destination destination) throws Exception {
    Files.write(home.inbox().resolve("dkupp/kiriman.zip"), mixed());
    killAndRecover(killer, destination);
    assertThat(rows("harga")).isEqualTo(1);
    assertThat(rows("pasar")).isEqualTo(2);
    assertThat(answer("kiriman.zip"))
        .contains("Hasil: 4 bagian", "2025/harga.csv", "foto.png", "pasar.csv", "lain.zip");
    assertCleanedUp();
  }

  private void killAndRecover(RunListener killer, Destination destination) throws Exception {
    try (Life life = new Life()) {
      assertThatThrownBy(() -> ticks(life, destination, killer)).isInstanceOf(Killed.class);
    }
    try (Life life = new Life()) {
      life.recovery.recover(goal -> Optional.of(destination), RunListener.SILENT);
      ticks(life, destination, RunListener.SILENT);
      assertThat(life.claims.left()).isEmpty();
      assertThat(life.ledger.unanswered()).isEmpty();
    }
  }

  /** Steps are told once for all runs of a delivery; the rows are counted over all. */
  private static RunListener afterTheFirstMember() {
    return new RunListener() {
      @Override
      public void reached(RunStep step) {
        // Only the rows tell one member from the next.
      }

      @Override
      public void rows(long read) {
        if (read > 1) {
          throw new Killed();
        }
      }
    };
  }

  private byte[] mixed() throws IOException {
    Map<String, String> members = new LinkedHashMap<>();
    members.put("2025/harga.csv", "Kode,Harga\n" + table + ",1\n");
    members.put("__MACOSX/2025/._harga.csv", "x");
    members.put("2025/~$harga.xlsx", "x");
    members.put("foto.png", "\u0089PNG\r\n" + table);
    members.put("pasar.csv", "Kode,Pasar\n" + table + ",1\nb,2\n");
    members.put("lain.zip", new String(zip(Map.of(table, "a")), StandardCharsets.ISO_8859_1));
    return zip(members);
  }

  private static byte[] zip(Map<String, String> members) throws IOException {
    java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> member : members.entrySet()) {
        zip.putNextEntry(new ZipEntry(member.getKey()));
        zip.write(member.getValue().getBytes(StandardCharsets.ISO_8859_1));
      }
    }
    return bytes.toByteArray();
  }

  private Destination recognised() {
    try (Life life = new Life()) {
      return new Unbundled(new Readers(), life.destination());
    }
  }

  private Destination named(String dataset) {
    try (Life life = new Life()) {
      MappingFolder folder = folder();
      PostgresWarehouse warehouse = new PostgresWarehouse(database.connections(), home.work());
      Loader loader =
          new Loader(
              new Loader.Ports(new Readers(), warehouse, life.ledger),
              new NormaliserChecks(folder.codes()),
              clock);
      return new Unbundled(
          new Readers(),
          new Work(
              Objects.requireNonNull(folder.mappings().get("dkupp/" + dataset)),
              loader,
              Choices.DEFAULT));
    }
  }

  private List<RunReport> drop(String name, byte[] content) throws IOException {
    return drop(name, content, recognised(), RunListener.SILENT);
  }

  private List<RunReport> drop(
      String name, byte[] content, Destination destination, RunListener listener)
      throws IOException {
    try (OutputStream out = Files.newOutputStream(home.inbox().resolve("dkupp").resolve(name))) {
      out.write(content);
    }
    try (Life life = new Life()) {
      return ticks(life, destination, listener);
    }
  }

  private List<RunReport> ticks(Life life, Destination destination, RunListener listener) {
    boolean named = destination instanceof Unbundled unbundled && unbundled.each() instanceof Work;
    String goal = named ? "dkupp/harga" : Claim.toAnyOf("dkupp");
    return life.ticks(goal, destination, listener);
  }

  private void assertCleanedUp() throws IOException {
    try (Life life = new Life()) {
      life.archive.sweep();
    }
    try (Stream<Path> work = Files.walk(home.work())) {
      assertThat(work.filter(Files::isRegularFile).map(FileNames::of))
          .containsOnly(".turn", "answers.turn");
    }
  }
}
