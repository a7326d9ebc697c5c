package id.pde.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.pde.faults.Terminal.Ended;
import id.pde.testing.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** {@code pde schedule}, as it is typed while no server is up. */
class ScheduleCommandIT {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final String ROUTE =
      """
      - from:
          uri: pde:schedule/harga?at=02:30&zone=Asia/Jakarta
          steps:
            - setBody:
                constant: x
            - to: pde:dkupp/harga
      """;

  @TempDir private Path root;
  private PriceTable table = new PriceTable(Path.of(""), database);

  @BeforeEach
  void begin() throws Exception {
    table = new PriceTable(root, database);
    table.begin();
    table.execute("TRUNCATE pde.schedule CASCADE");
    route(ROUTE);
  }

  private Ended type(String... words) {
    return table.terminal().type(words);
  }

  private void route(String content) throws Exception {
    Files.writeString(root.resolve("routes/dkupp.yaml"), content);
  }

  private static List<String> lines(String text) {
    return text.lines().map(line -> line.strip().replaceAll(" {2,}", " | ")).toList();
  }

  @Test
  void showsWhatTheRouteSaysBeforeAnyServerStarted() {
    Ended listed = type("schedule");
    assertThat(listed.code()).as(listed.toString()).isZero();
    assertThat(lines(listed.out()).get(1))
        .matches(
            "harga \\| 02:30 setiap hari \\| Asia/Jakarta \\| \\d{4}-\\d\\d-\\d\\d 02:30 \\+07:00 \\| .*(jam|mnt).* \\| on");
    assertThat(type("schedule", "list").out().lines().findFirst()).isPresent();
    assertThat(type("schedule", "list", "--json").out())
        .startsWith("[{\"schedule\":\"harga\",\"rule\":\"at=02:30&days=daily&zone=Asia/Jakarta")
        .contains("\"differs\":false", "\"datasets\":[\"dkupp/harga\"]", "\"last\":null");
  }

  @Test
  void whatAnOfficerSetsHoldsAndIsInTheAudit() throws Exception {
    Ended set =
        type(
            "schedule",
            "set",
            "harga",
            "--at",
            "06:15",
            "--monthly",
            "last",
            "--on-holiday",
            "previous",
            "--who",
            "Ana",
            "--why",
            "rapat akhir bulan");
    assertThat(set.code()).as(set.toString()).isZero();
    assertThat(set.err())
        .contains(
            "06:15 hari terakhir tiap bulan; hari kantor tutup: hari kerja sebelumnya (Asia/Jakarta)")
        .contains("; berikutnya ");
    Ended listed = type("schedule", "list");
    assertThat(listed.err())
        .contains("harga: diatur petugas; rute (routes/dkupp.yaml:2:10) menyebut at=02:30");
    Ended checked = type("check");
    assertThat(checked.code()).isZero();
    assertThat(checked.out()).contains("routes/dkupp.yaml:2:10", "harga diatur petugas");

    assertThat(type("schedule", "set", "harga", "--zone", "Asia/Jayapura").code()).isZero();
    assertThat(lines(type("schedule", "next", "harga", "-n", "3").out()))
        .hasSize(4)
        .allMatch(line -> line.startsWith("next") || line.contains("06:15 +09:00"));
    assertThat(type("schedule", "set", "harga", "--zone", "Asia/Jayapura").err())
        .contains("tidak ada yang berubah");
    String changes = type("schedule", "history", "harga", "--changes").out();
    assertThat(lines(changes).get(2)).contains("Ana (", "| set | at=02:30", "rapat akhir bulan");
    assertThat(type("schedule", "set", "harga", "--reset").code()).isZero();
    assertThat(type("check").out()).doesNotContain("diatur petugas");
  }

  @Test
  void pausesAndGoesOn() {
    assertThat(type("schedule", "pause", "harga", "--why", "banjir").code()).isZero();
    assertThat(lines(type("schedule").out()).get(1)).contains("| paused");
    assertThat(type("schedule", "pause", "harga").err()).contains("sudah berhenti");
    assertThat(type("schedule", "next", "harga").err()).contains("sedang dihentikan");
    assertThat(type("schedule", "resume", "harga").err()).contains("berjalan lagi; berikutnya");
    assertThat(type("schedule", "resume", "harga").err()).contains("tidak berhenti");
    assertThat(type("schedule", "history", "harga", "--json").out())
        .contains("\"action\":\"pause\"", "\"why\":\"banjir\"", "\"action\":\"resume\"");
  }

  @Test
  void unknownHolidaysAreToldOfThoseOnlyWhoseTimesTheyChange() {
    assertThat(type("schedule", "set", "harga", "--cron", "0 0 3 29 2 ?").code()).isZero();
    assertThat(type("schedule", "next", "harga", "-n", "3").err()).doesNotContain("hari libur");
    assertThat(
            type(
                    "schedule",
                    "set",
                    "harga",
                    "--monthly",
                    "1",
                    "--at",
                    "01:00",
                    "--on-holiday",
                    "next")
                .code())
        .isZero();
    assertThat(lines(type("schedule", "next", "harga", "-n", "30").err()))
        .filteredOn(line -> line.contains("belum memuat hari libur"))
        .hasSizeLessThanOrEqualTo(1);
    assertThat(type("schedule", "next", "harga", "-n", "30").err()).contains("hari libur");
  }

  @Test
  void whatIsRunWithoutAServerWaitsForOne() {
    Ended run = type("schedule", "run", "harga");
    assertThat(run.code()).isEqualTo(8);
    assertThat(run.err()).contains("berjalan begitu server hidup", "belum selesai");
    assertThat(type("schedule").err()).contains("menunggu server");
    assertThat(lines(type("schedule", "history", "harga").out()).get(1))
        .contains("| manual |", "| open |", "menunggu server");
  }

  @Test
  void missedPeriodsAreThoseWithoutAnAcceptedLoad() throws Exception {
    assertThat(type("schedule", "run", "harga", "--missed-periods").code()).isEqualTo(2);
    Path mapping = root.resolve("mappings/dkupp/harga.yaml");
    Files.writeString(
        mapping,
        Files.readString(mapping) + "expected: {every: month, due: day 10, since: 2025-01}\n");
    table.load("feb.csv", "Kode;Nama;Harga\na;x;7\n".getBytes(UTF_8), "--period", "2025-02");

    Ended run = type("schedule", "run", "harga", "--missed-periods", "-n", "400");

    assertThat(run.code()).as(run.toString()).isEqualTo(8);
    assertThat(table.ask("SELECT period FROM pde.schedule_fire ORDER BY planned LIMIT 2"))
        .containsExactly("2025-01", "2025-03");
    assertThat(type("schedule", "run", "harga", "--period", "kapan").code()).isEqualTo(2);
  }

  @Test
  void aRouteThatIsGoneIsNamed() throws Exception {
    assertThat(type("schedule", "pause", "harga").code()).isZero();
    assertThat(type("schedule", "resume", "harga").code()).isZero();
    route(ROUTE.replace("schedule/harga", "schedule/lain"));

    Ended listed = type("schedule");
    assertThat(lines(listed.out()).get(1)).contains("harga |", "| no_route");
    assertThat(listed.err()).contains("Tanpa rute, tidak berjalan, catatannya tetap ada: harga");
    assertThat(type("check").out()).contains("tidak ada rute untuk jadwal harga");
    assertThat(type("schedule", "run", "harga").code()).isEqualTo(5);
  }

  @Test
  void saysWhatIsWrong() {
    Ended unknown = type("schedule", "next", "hrga");
    assertThat(unknown.code()).isEqualTo(5);
    assertThat(unknown.err()).contains("Tidak ada jadwal \"hrga\"", "harga");
    Ended faulty = type("schedule", "set", "harga", "--at", "26:00", "--zone", "Mars/Base");
    assertThat(faulty.code()).isEqualTo(2);
    assertThat(faulty.err()).contains("--at: jam \"26:00\"", "--zone: zona waktu \"Mars/Base\"");
    assertThat(type("schedule", "set", "harga").code()).isEqualTo(2);
    assertThat(type("schedule", "set", "harga", "--reset", "--at", "01:00").code()).isEqualTo(2);
    assertThat(type("schedule", "set", "harga", "--after", "dkupp/pasar").code()).isEqualTo(5);
    assertThat(type("schedule", "set", "harga", "--cron", "0 0 1 * * ?", "--days", "mon").code())
        .isEqualTo(2);
  }
}
