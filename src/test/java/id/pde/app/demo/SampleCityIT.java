package id.pde.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code pde demo --no-serve} as a real process, then what its users do next. */
@Timeout(value = 6, unit = TimeUnit.MINUTES)
class SampleCityIT {

  @TempDir static Path folder;

  private static Shown demo = new Shown(-1, "", "");

  /** What a command left behind. */
  private record Shown(int code, String out, String err) {}

  @BeforeAll
  static void runTheDemo() throws Exception {
    Path launcher = folder.resolve("pde");
    Files.writeString(
        launcher,
        "#!/bin/sh\nexec \"$JAVA\" -Xmx256m -XX:+UseSerialGC -XX:TieredStopAtLevel=1"
            + " -Dpde.launcher.dir=\"$CHECKOUT\" -cp \"$CLASSES\" id.pde.app.Main \"$@\"\n");
    Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwx------"));
    demo = shell("./pde demo --no-serve");
  }

  @AfterAll
  static void stopTheDatabase() throws Exception {
    shell("./pde down");
  }

  @Test
  void theDemoEndsWellAndShowsRejects() {
    assertThat(demo.code()).as(demo.err()).isZero();
    assertThat(demo.out())
        .contains("loaded_with_rejects  dinsos/usulan_bantuan")
        .contains("26 dibaca = 19 diterima + 5 ditolak + 2 disaring")
        .contains("duplicate  pupr/dssd");
  }

  /** The lines of the deliveries' expected values that say how many rows there are. */
  @ParameterizedTest
  @CsvSource({
    "bkpsdm/data_asn_kota_probolinggo_20250115.csv,'',rows,asn,bkpsdm/asn",
    "diskominfo/lapor_sp4n_export_202502.csv,'',records,laporan_warga,diskominfo/lapor",
    "satudata/jumlah_tenaga_kerja_koperasi_kota.csv,'',rows,tenaga_kerja_koperasi,satudata/tenaga_kerja_koperasi",
    "dpmptsp/NIB_KBLI_TW I 2025.txt,'',data rows (NIB x KBLI),perizinan,dpmptsp/perizinan",
    "diskominfo/1740021284_0011.03 DSSD Dinas PUPR PKP.xls,Sheet1,data rows in the file,dssd,pupr/dssd",
    "bppkad/DHKP PBB-P2 2025 Kec Kademangan.xlsx,KETAPANG,tax objects,pbb_dhkp,bppkad/dhkp",
    "dkupp/simpasar.sqlite,t_harga,rows,harga_pasar,dkupp/harga"
  })
  void theRowsOfADeliveryArrive(String file, String sheet, String key, String table, String mapping)
      throws Exception {
    String expected = expected(file + "," + sheet + "," + key + ",");
    Shown counted =
        shell(
            "./pde sql --format csv \"SELECT count(*) FROM warehouse."
                + table
                + " WHERE _run = (SELECT min(run) FROM pde.run WHERE mapping = '"
                + mapping
                + "')\"");
    assertThat(counted.out()).as(counted.err()).isEqualTo("count\n" + expected + "\n");
  }

  @ParameterizedTest
  @CsvSource({
    "sum(ketetapan), pbb_dhkp, bppkad/DHKP PBB-P2 2025 Kec Kademangan.xlsx, KETAPANG, sum ketetapan",
    "sum(luas_bumi), pbb_dhkp, bppkad/DHKP PBB-P2 2025 Kec Kademangan.xlsx, KETAPANG, sum luas bumi",
    "sum(jumlah), tenaga_kerja_koperasi, satudata/jumlah_tenaga_kerja_koperasi_kota.csv, '', sum jumlah",
    "sum(modal_miliar), tenaga_kerja_koperasi, satudata/jumlah_tenaga_kerja_koperasi_kota.csv, '', sum modal_miliar",
    "count(*) filter (where lunas), pbb_dhkp, bppkad/DHKP PBB-P2 2025 Kec Kademangan.xlsx, KETAPANG, rows LUNAS",
    "count(*) filter (where anonim), laporan_warga, diskominfo/lapor_sp4n_export_202502.csv, '', anonymous reports",
    "trim_scale(sum(luas_m2)), perizinan, dpmptsp/NIB_KBLI_TW I 2025.txt, '', sum LUAS (m2)",
    "trim_scale(sum(investasi) / 1000000), perizinan, dpmptsp/NIB_KBLI_TW I 2025.txt, '', sum INVESTASI in million Rp"
  })
  void theFiguresOfADeliveryArrive(
      String figure, String table, String file, String sheet, String key) throws Exception {
    Shown seen =
        shell("./pde sql --format csv \"SELECT " + figure + " AS f FROM warehouse." + table + "\"");
    assertThat(seen.out())
        .as(seen.err())
        .isEqualTo("f\n" + expected(file + "," + sheet + "," + key + ",") + "\n");
  }

  static Stream<String> commandsOfTheReadme() throws IOException {
    List<String> commands = new ArrayList<>();
    boolean inside = false;
    for (String line : Files.readAllLines(Path.of("README.md"))) {
      if (line.startsWith("```")) {
        inside = line.equals("```sh");
      } else if (inside && !line.isBlank()) {
        commands.add(line.replaceFirst("\\s+#.*$", ""));
      }
    }
    // The two that do everything: the first serves on without --no-serve, the second runs this very
    // test.
    assertThat(commands.subList(0, 2)).containsExactly("./pde demo", "./pde test");
    return commands.stream()
        .skip(2)
        .filter(
            command -> !command.equals("./pde demo --no-serve") && !command.equals("./pde down"));
  }

  @ParameterizedTest
  @MethodSource("commandsOfTheReadme")
  void everyCommandOfTheReadmeWorks(String command) throws Exception {
    Shown shown = shell(command);
    assertThat(shown.code()).as(command + "\n" + shown.err()).isZero();
    assertThat(shown.out() + shown.err()).as(command).isNotEmpty();
  }

  private static String expected(String start) throws IOException {
    return Files.readAllLines(Path.of("src/test/resources/id/pde/demo/expected.csv")).stream()
        .filter(line -> line.startsWith(start))
        .map(line -> line.substring(start.length()))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no line " + start));
  }

  private static Shown shell(String command) throws IOException, InterruptedException {
    Path out = Files.createTempFile(folder, "out", "");
    Path err = Files.createTempFile(folder, "err", "");
    ProcessBuilder builder =
        new ProcessBuilder("sh", "-c", command.replace("./pde", folder.resolve("pde").toString()));
    builder.redirectOutput(out.toFile()).redirectError(err.toFile());
    builder.environment().put("PDE_HOME", folder.resolve("home").toString());
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder
        .environment()
        .put("JAVA", Path.of(System.getProperty("java.home"), "bin", "java").toString());
    builder.environment().put("CHECKOUT", Path.of("").toAbsolutePath().toString());
    builder.environment().put("CLASSES", System.getProperty("java.class.path"));
    List.of("PDE_LANG", "PDE_DB_URL", "PDE_MAPPINGS", "PDE_ROUTES")
        .forEach(builder.environment()::remove);
    Process process = builder.start();
    process.getOutputStream().close();
    int code = process.waitFor();
    return new Shown(
        code,
        Files.readString(out, StandardCharsets.UTF_8),
        Files.readString(err, StandardCharsets.UTF_8));
  }
}
