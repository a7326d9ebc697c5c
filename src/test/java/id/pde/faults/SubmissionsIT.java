package id.pde.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.pde.faults.Terminal.Ended;
import id.pde.testing.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** {@code pde submissions}, as it is typed. */
class SubmissionsIT {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  @TempDir private Path root;
  private PriceTable table = new PriceTable(Path.of(""), database);
  private Path mapping = Path.of("");

  @BeforeEach
  void begin() throws Exception {
    table = new PriceTable(root, database);
    table.begin();
    mapping = root.resolve("mappings/dkupp/harga.yaml");
  }

  private Ended type(String... words) {
    return table.terminal().type(words);
  }

  private void expect(String expected) throws Exception {
    Files.writeString(mapping, Files.readString(mapping) + "expected: {" + expected + "}\n");
  }

  @Test
  void tellsPeriodByPeriodWhatIsMissing() throws Exception {
    assertThat(type("submissions").code()).isEqualTo(5);
    expect("every: month, due: day 10, since: 2025-01");
    Ended good =
        table.load("feb.csv", "Kode;Nama;Harga\na;x;7\n".getBytes(UTF_8), "--period", "2025-02");
    assertThat(good.code()).isZero();
    String run = table.run();
    table.load("mar.csv", "Kode;Nama;Harga\na;x;salah\n".getBytes(UTF_8), "--period", "2025-03");

    Ended board = type("submissions", "--on", "2025-04-09", "-n", "4");
    assertThat(board.code()).as(board.toString()).isZero();
    assertThat(board.out().lines().map(line -> line.strip().replaceAll(" +", " ")))
        .containsExactly(
            "dataset period due state days_late run",
            "dkupp/harga 2025-01 2025-02-10 late 58",
            "dkupp/harga 2025-02 2025-03-10 accepted " + daysSince("2025-03-10") + " " + run,
            "dkupp/harga 2025-03 2025-04-10 returned "
                + daysSince("2025-04-10")
                + " "
                + table.run(),
            "dkupp/harga 2025-04 2025-05-10 pending");
    assertThat(board.err()).contains("belum memuat hari libur 2025");
    assertThat(
            type("submissions", "dkupp", "--state", "late", "--on", "2025-04-09", "--json").out())
        .contains("\"period\":\"2025-01\"", "\"state\":\"late\"", "\"run\":null")
        .doesNotContain("2025-02\"");
    assertThat(type("undo", run, "--yes").code()).isZero();
    assertThat(type("submissions", "--on", "2025-04-09", "--state", "late").out())
        .contains("2025-02");
  }

  private String daysSince(String day) throws Exception {
    return table
        .ask("SELECT ((now() AT TIME ZONE 'Asia/Jakarta')::date - date '" + day + "')::text")
        .get(0);
  }

  @Test
  void refusesWhatItDoesNotKnow() throws Exception {
    expect("every: month, due: day 10");
    assertThat(type("submissions", "--state", "hilang").code()).isEqualTo(2);
    assertThat(type("submissions", "--on", "besok").code()).isEqualTo(2);
    assertThat(type("submissions", "dinkes").code()).isEqualTo(5);
    expect("every: bulan, due: 5, since: kemarin");
    Ended checked = type("check");
    assertThat(checked.code()).isEqualTo(2);
  }
}
